using System.Security.Cryptography;

namespace StreamPlatform.Local.Host;

/// <summary>Files that only their owner may read, replaced as a whole.</summary>
internal static class SecretFile
{
    public static void Write(string path, byte[] content)
    {
        var draft = path + ".new";
        File.Delete(draft);
        using (var file = new FileStream(draft, new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        }))
        {
            file.Write(content);
            file.Flush(flushToDisk: true);
        }

        File.Move(draft, path, overwrite: true);
    }

    /// <summary>The secret bytes of a file; made at random when it isn't there yet.</summary>
    public static byte[] ReadOrMake(string path, int length)
    {
        if (!File.Exists(path))
            Write(path, RandomNumberGenerator.GetBytes(length));
        return File.ReadAllBytes(path);
    }
}
