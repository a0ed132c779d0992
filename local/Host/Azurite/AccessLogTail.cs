using System.Text;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using StreamPlatform.Local.Host.Triggers;

namespace StreamPlatform.Local.Host.Azurite;

/// <summary>
/// Follows Azurite's access log and turns it into hints within milliseconds of the request. The file is emptied when it
/// has grown large; Azurite appends, so it goes on from the start, and whatever came in that instant is made up for by a
/// look everywhere.
/// </summary>
internal sealed class AccessLogTail(string path, StorageHints hints, TimeProvider time, ILogger<AccessLogTail> logger) : BackgroundService
{
    private const long MaxLength = 32 * 1024 * 1024;

    /// <summary>In case the kernel's notice doesn't come.</summary>
    private static readonly TimeSpan SlowLook = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var changed = new Signal();
        using var watcher = new FileSystemWatcher(Path.GetDirectoryName(path)!, Path.GetFileName(path))
        {
            NotifyFilter = NotifyFilters.Size | NotifyFilters.LastWrite,
        };
        watcher.Changed += (_, _) => changed.Set();
        await using var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete, 1);
        file.Seek(0, SeekOrigin.End);
        watcher.EnableRaisingEvents = true;
        var partial = new StringBuilder();
        try
        {
            while (true)
            {
                await ReadAsync(file, partial, stoppingToken);
                if (file.Position > MaxLength)
                    Empty(file, partial);
                await changed.WaitAsync(SlowLook, time, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Stopping.
        }
    }

    private async Task ReadAsync(FileStream file, StringBuilder partial, CancellationToken cancellation)
    {
        var buffer = new byte[64 * 1024];
        int read;
        while ((read = await file.ReadAsync(buffer, cancellation)) > 0)
        {
            foreach (var character in Encoding.Latin1.GetString(buffer, 0, read))
            {
                if (character != '\n')
                {
                    partial.Append(character);
                    continue;
                }

                var line = partial.ToString();
                partial.Clear();
                if (AccessLogLine.Parse(line) is { } told)
                    hints.Tell(told);
            }
        }
    }

    private void Empty(FileStream file, StringBuilder partial)
    {
        file.SetLength(0);
        file.Seek(0, SeekOrigin.Begin);
        partial.Clear();
        logger.AccessLogEmptied();
        hints.TellLost();
    }
}
