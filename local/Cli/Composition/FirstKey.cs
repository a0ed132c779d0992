namespace StreamPlatform.Local.Cli.Composition;

/// <summary>The creator's API key that the first start makes, as the data folder keeps it: <c>keys/api-key</c>.</summary>
internal static class FirstKey
{
    private static string FileIn(string dataFolder) => Path.Combine(dataFolder, "keys", "api-key");

    /// <exception cref="CommandFailure">The data folder has no key.</exception>
    public static string Read(string dataFolder) => TryRead(dataFolder)
        ?? throw new CommandFailure("cli.no_key", $"{FileIn(dataFolder)} is missing: it is made when the platform starts.");

    public static string? TryRead(string dataFolder)
    {
        var file = FileIn(dataFolder);
        return File.Exists(file) ? File.ReadAllText(file).Trim() : null;
    }

    /// <summary>Whole or not at all, and readable by nobody else.</summary>
    public static void Write(string dataFolder, string key)
    {
        var file = FileIn(dataFolder);
        var draft = file + ".new";
        File.Delete(draft);
        using (var stream = new FileStream(draft, new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        }))
        using (var writer = new StreamWriter(stream))
        {
            writer.WriteLine(key);
        }

        File.Move(draft, file, overwrite: true);
    }
}
