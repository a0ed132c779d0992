using System.Text.Json;
using Azure;
using Azure.Storage.Queues;
using Microsoft.Extensions.Logging;

namespace StreamPlatform.Local.Host.Jobs;

/// <summary>
/// The messages that job processes hold, by the lease file that each of them keeps: see <see cref="JobSettings.LeaseSetting"/>.
/// A living process has its file locked; the message of a dead one is made visible at once, which counts as no delivery
/// and only works with the receipt that holds the message now. A shortcut: what no file tells comes back by its time-out.
/// </summary>
internal sealed class JobLeases(string folder)
{
    private const string Extension = ".lease";
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>The file of a new process.</summary>
    public string NewPath() => Path.Combine(folder, $"{Guid.NewGuid():N}{Extension}");

    /// <summary>Hands back what dead processes held; the queue of each message that is visible again.</summary>
    public async Task<IReadOnlyList<string>> HandBackAsync(IReadOnlyDictionary<string, QueueClient> queues, ILogger logger, CancellationToken cancellation)
    {
        var visible = new List<string>();
        foreach (var path in Directory.EnumerateFiles(folder, $"*{Extension}"))
        {
            if (Lock(path) is not { } file)
                continue;
            using (file)
            {
                if (Read(file) is { } lease && queues.TryGetValue(lease.Queue, out var queue))
                {
                    var back = await HandBackAsync(queue, lease, cancellation);
                    logger.JobDiedWithMessage(lease.MessageId, lease.Queue, back);
                    if (back)
                        visible.Add(lease.Queue);
                }

                File.Delete(path);
            }
        }

        return visible;
    }

    /// <summary>Null when its process lives, or has just ended in order.</summary>
    private static FileStream? Lock(string path)
    {
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>The first line; null for a process that held nothing, or when it is no lease.</summary>
    private static Lease? Read(FileStream file)
    {
        using var reader = new StreamReader(file, leaveOpen: true);
        try
        {
            return reader.ReadLine() is { Length: > 0 } line
                && JsonSerializer.Deserialize<Lease>(line, Json) is { Queue: not null, MessageId.Length: > 0, PopReceipt.Length: > 0 } lease
                    ? lease
                    : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>False when the message is gone, or held by another by now.</summary>
    private static async Task<bool> HandBackAsync(QueueClient queue, Lease lease, CancellationToken cancellation)
    {
        try
        {
            await queue.UpdateMessageAsync(lease.MessageId, lease.PopReceipt, visibilityTimeout: TimeSpan.Zero, cancellationToken: cancellation);
            return true;
        }
        catch (RequestFailedException exception) when (exception.Status is >= 400 and < 500)
        {
            return false;
        }
    }

    private sealed record Lease(string Queue, string MessageId, string PopReceipt);
}
