using System.Text;

namespace StreamPlatform.Local.Host.Jobs;

/// <summary>The output of the jobs of one place, bounded: a full file becomes the old one, and the old one goes.</summary>
internal sealed class JobLog(string path)
{
    private const long MaxLength = 4 * 1024 * 1024;
    private const int MaxLine = 8 * 1024;
    private readonly Lock _gate = new();

    public string Path => path;

    public void Write(string? line)
    {
        if (line is null)
            return;
        lock (_gate)
        {
            try
            {
                if (File.Exists(path) && new FileInfo(path).Length > MaxLength)
                    File.Move(path, path + ".old", overwrite: true);
                File.AppendAllText(path, (line.Length > MaxLine ? line[..MaxLine] + "…" : line) + '\n', Encoding.UTF8);
            }
            catch (IOException)
            {
                // A full disk must not stop the job whose output can't be kept.
            }
        }
    }
}
