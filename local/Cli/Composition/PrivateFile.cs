namespace StreamPlatform.Local.Cli.Composition;

/// <summary>Files that nobody else may read; there as a whole or not at all.</summary>
internal static class PrivateFile
{
    public static void Write(string file, ReadOnlySpan<byte> content)
    {
        var draft = file + ".new";
        File.Delete(draft);
        using (var stream = new FileStream(draft, new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        }))
        {
            stream.Write(content);
            stream.Flush(flushToDisk: true);
        }

        File.Move(draft, file, overwrite: true);
    }
}
