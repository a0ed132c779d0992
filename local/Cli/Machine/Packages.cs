namespace StreamPlatform.Local.Cli.Machine;

/// <summary>A program from the system's package manager. Any of <paramref name="Programs"/> will do unless <paramref name="All"/>.</summary>
internal sealed record Package(string Names, IReadOnlyList<string> Programs, bool All)
{
    public bool Installed => All
        ? Programs.All(program => Tool.Find(program) is not null)
        : Programs.Any(program => Tool.Find(program) is not null);
}

/// <summary>The system packages the platform stands on, by their Debian and Ubuntu names.</summary>
internal static class Packages
{
    public const int NodeMajor = 20;

    public static Package Ffmpeg { get; } = new("ffmpeg", ["ffmpeg", "ffprobe"], All: true);

    public static Package Node { get; } = new("nodejs npm", ["node", "npm"], All: true);

    /// <summary>For tests only.</summary>
    public static Package Chromium { get; } = new("chromium", ["chromium", "chromium-browser", "google-chrome"], All: false);

    public static string InstallCommand(IReadOnlyList<Package> packages)
    {
        var names = string.Join(' ', packages.Select(package => package.Names));
        return Tool.Find("apt-get") is null
            ? $"your package manager to install {names}"
            : $"'{(Environment.IsPrivilegedProcess ? "" : "sudo ")}apt-get install -y {names}'";
    }
}
