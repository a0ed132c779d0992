namespace StreamPlatform.Local.Cli.Machine;

/// <summary>Where things are in the checkout that this command was built from.</summary>
internal sealed record Checkout(string Root)
{
    public static Checkout Current { get; } = Find();

    /// <summary>Kept beside the <c>stream</c> script unless <c>--data</c> or <c>STREAM_DATA</c> says otherwise.</summary>
    public string DefaultData => Path.Combine(Root, ".data");

    public string NodeModules => Path.Combine(Root, "node_modules");

    public string Web => Path.Combine(Root, "web");

    public string WebPages => Path.Combine(Web, "dist");

    public string Solution => Path.Combine(Root, "StreamPlatform.sln");

    public string Bench => Path.Combine(Root, "bench");

    /// <summary>Its npm packages are other people's parsers and players, which the tests hold our output to.</summary>
    public string Tests => Path.Combine(Root, "tests");

    /// <summary>The job's program.</summary>
    public string Transcoder => Program("Transcoder", "transcoder");

    /// <summary>The live node's program.</summary>
    public string Live => Program("Live", "live");

    /// <summary>Beside this one where <c>./stream</c> publishes all, else as the solution builds it.</summary>
    private string Program(string name, string published)
    {
        var configuration = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar)).Name;
        string[] folders =
        [
            Path.Combine(AppContext.BaseDirectory, "..", published),
            Path.Combine(Root, "artifacts", "embedded", "bin", $"StreamPlatform.{name}", configuration),
            Path.Combine(Root, "artifacts", "embedded", "app", published),
        ];
        return folders.Select(folder => Path.GetFullPath(Path.Combine(folder, $"StreamPlatform.{name}.dll"))).FirstOrDefault(File.Exists)
            ?? throw new CommandFailure("cli.not_built", $"StreamPlatform.{name} is not built: run ./stream from the checkout, which builds it.");
    }

    private static Checkout Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "StreamPlatform.sln")))
            {
                return new(folder.FullName);
            }
        }

        throw new CommandFailure("cli.no_checkout", "stream has to run from its checkout, and StreamPlatform.sln is nowhere above it.");
    }
}
