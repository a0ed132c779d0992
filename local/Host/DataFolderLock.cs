namespace StreamPlatform.Local.Host;

/// <summary>
/// Keeps a data folder to one runtime. An advisory lock on an open file: the kernel drops it when the process dies,
/// however it dies, so there is nothing stale to clean up.
/// </summary>
internal sealed class DataFolderLock : IDisposable
{
    private readonly FileStream _file;

    private DataFolderLock(FileStream file) => _file = file;

    /// <exception cref="InvalidOperationException">Another runtime uses the folder.</exception>
    public static DataFolderLock Take(DataFolder data)
    {
        try
        {
            return new DataFolderLock(new FileStream(data.LockFile, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException exception)
        {
            var runtime = RuntimeFile.Read(data);
            throw new InvalidOperationException(
                $"Another platform uses the data folder {data.Root}" + (runtime is null ? "." : $" (process {runtime.Pid}, {runtime.PublicUrl})."),
                exception);
        }
    }

    public void Dispose() => _file.Dispose();
}
