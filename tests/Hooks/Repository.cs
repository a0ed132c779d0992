namespace StreamPlatform.Hooks.Tests;

internal static class Repository
{
    public static string Root { get; } = Find();

    public static string At(params string[] path) => Path.Combine([Root, .. path]);

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "StreamPlatform.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("StreamPlatform.sln was not found above the test's folder.");
        return folder.FullName;
    }
}
