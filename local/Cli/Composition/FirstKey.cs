using System.Text;

namespace StreamPlatform.Local.Cli.Composition;

/// <summary>The creator's API key that the first start makes, as the data folder keeps it: <c>keys/api-key</c>.</summary>
internal static class FirstKey
{
    /// <exception cref="CommandFailure">The data folder has no key.</exception>
    public static string Read(string dataFolder) => TryRead(dataFolder)
        ?? throw new CommandFailure("cli.no_key", $"{FileIn(dataFolder)} is missing: it is made when the platform starts.");

    public static string? TryRead(string dataFolder)
    {
        var file = FileIn(dataFolder);
        return File.Exists(file) ? File.ReadAllText(file).Trim() : null;
    }

    public static void Write(string dataFolder, string key) => PrivateFile.Write(FileIn(dataFolder), Encoding.ASCII.GetBytes(key + "\n"));

    private static string FileIn(string dataFolder) => Path.Combine(dataFolder, "keys", "api-key");
}
