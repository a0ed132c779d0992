namespace StreamPlatform.Local.Cli.Machine;

/// <summary>A program from the system's package manager. Any of <paramref name="Programs"/> will do unless <paramref name="All"/>.</summary>
internal sealed record Package(string Names, IReadOnlyList<string> Programs, bool All)
{
    /// <summary>Full path of the first of its programs that is there.</summary>
    public string? Program => Programs.Select(Tool.Find).FirstOrDefault(found => found is not null);

    public bool Installed => All
        ? Programs.All(program => Tool.Find(program) is not null)
        : Program is not null;
}

/// <summary>The system packages the platform stands on, by their Debian and Ubuntu names.</summary>
internal static class Packages
{
    public static Package Ffmpeg { get; } = new("ffmpeg", ["ffmpeg", "ffprobe"], All: true);

    public static Package Node { get; } = new("nodejs npm", ["node", "npm"], All: true);

    /// <summary>For tests only.</summary>
    public static Package Chromium { get; } = new("chromium", ["chromium", "chromium-browser", "google-chrome"], All: false);

    /// <summary>For tests only: counts what we count, another way.</summary>
    public static Package Redis { get; } = new("redis-server", ["redis-server", "redis-cli"], All: true);

    public static string InstallCommand(IReadOnlyList<Package> packages)
    {
        var names = string.Join(' ', packages.Select(package => package.Names));
        var asRoot = Environment.IsPrivilegedProcess ? "" : "sudo ";
        return Tool.Find("apt-get") is null
            ? $"your package manager to install {names}"
            : $"'{asRoot}apt-get update && {asRoot}apt-get install -y {names}'";
    }
}
