namespace StreamPlatform.Media.Tools;

/// <summary>
/// A folder of this process under the shared scratch folder. A lock file beside it is held open while the process lives;
/// the system lets go of it however the process ends, so the next start knows what nobody owns any more and deletes it.
/// </summary>
public sealed class Scratch : IDisposable
{
    private readonly FileStream _lock;
    private int _next;

    private Scratch(string folder, FileStream held) => (Folder, _lock) = (folder, held);

    public string Folder { get; }

    public static Scratch Open(string root)
    {
        Directory.CreateDirectory(root);
        Sweep(root);
        var folder = Path.Combine(root, $"{Environment.ProcessId}-{Guid.NewGuid():N}");
        // Lock first: a folder without a lock is never seen by a sweep.
        var held = new FileStream(folder + ".lock", FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None);
        Directory.CreateDirectory(folder);
        return new Scratch(folder, held);
    }

    /// <summary>A path of a new file; nothing is created.</summary>
    public string NewPath(string extension = "") => Path.Combine(Folder, $"{Interlocked.Increment(ref _next)}{extension}");

    public void Dispose()
    {
        Delete(Folder);
        // Deleted while still held, so that no other process can take it for abandoned meanwhile.
        File.Delete(_lock.Name);
        _lock.Dispose();
    }

    /// <summary>Deletes what dead processes left under the shared scratch folder.</summary>
    public static void Sweep(string root)
    {
        foreach (var file in Directory.EnumerateFiles(root, "*.lock"))
        {
            try
            {
                using var held = new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
                Delete(Path.ChangeExtension(file, null));
                File.Delete(file);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // Its process lives, or another sweep was faster.
            }
        }
    }

    private static void Delete(string folder)
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }
}
