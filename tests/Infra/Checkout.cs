namespace StreamPlatform.Infra.Tests;

/// <summary>Folders of the checkout that these tests read.</summary>
internal static class Checkout
{
    public static string Root { get; } = Find();

    public static string Infra { get; } = Path.Combine(Root, "infra");

    /// <summary>Text of every C# source of the rooms that run on Azure; rooms that don't exist yet have none.</summary>
    public static IReadOnlyList<(string Path, string Text)> Sources { get; } =
    [
        .. new[] { "functions", "live", "orchestrations", "src", "transcoder" }
            .Select(room => Path.Combine(Root, room))
            .SelectMany(room => Directory.EnumerateFiles(room, "*.cs", SearchOption.AllDirectories))
            .Select(file => (Path.GetRelativePath(Root, file), File.ReadAllText(file))),
    ];

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "StreamPlatform.sln")))
                return folder.FullName;
        throw new InvalidOperationException("StreamPlatform.sln was not found above the test's folder.");
    }
}
