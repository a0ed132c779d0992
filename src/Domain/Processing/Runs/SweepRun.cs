using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Storage;

namespace StreamPlatform.Domain.Processing.Runs;

/// <summary>
/// Looks at storage for what no event told: markers whose event was lost, and items that have neither marker nor
/// heartbeat because their message was lost, which are queued again. Also how a run learns that it was stopped.
/// </summary>
public sealed class SweepRun(
    IAssetStore store, IBlobStore blobs, ITranscodeQueue queue, ProcessingOptions options, TimeProvider clock)
{
    /// <summary>Doublings of the patience after which it grows no more.</summary>
    private const int MaxDoublings = 5;

    public async Task<RunSweep> ExecuteAsync(
        RunRef run, string runId, IReadOnlyList<OpenItem> open, CancellationToken ct)
    {
        if (await store.FindAsync(run.AssetId, ct) is not { Value: var asset } || !run.IsCurrent(asset))
        {
            return new RunSweep(RunVerdict.Stopped, [], []);
        }

        var paths = new RunPaths(run.AssetId, runId);
        var ended = new List<ItemEnd>();
        var requeued = new List<string>();
        foreach (var item in open)
        {
            if (await blobs.ReadJsonAsync<ItemMarker>(paths.Marker(item.Item.Id), ct) is { } marker)
            {
                ended.Add(new ItemEnd(item.Item.Id, marker.Failure));
            }
            else if (IsPatienceOver(item) && !await IsAliveAsync(paths, item.Item.Id, ct))
            {
                await queue.EnqueueAsync(new WorkItem(run.AssetId, runId, item.Item.Id), item.Item.Priority, ct);
                requeued.Add(item.Item.Id);
            }
        }

        return new RunSweep(RunVerdict.Done, ended, requeued);
    }

    private bool IsPatienceOver(OpenItem item) =>
        clock.GetUtcNow() - item.QueuedAt >= Patience * Math.Pow(2, Math.Min(item.TimesRequeued, MaxDoublings));

    private async Task<bool> IsAliveAsync(RunPaths paths, string itemId, CancellationToken ct) =>
        await blobs.FindAsync(paths.Progress(itemId), ct) is { } progress
        && clock.GetUtcNow() - progress.LastModified < Patience;

    private TimeSpan Patience => TimeSpan.FromSeconds(options.RequeueSeconds);
}

/// <summary>An item the workflow still waits for, when it was last queued and how often again.</summary>
public sealed record OpenItem(RunItem Item, DateTimeOffset QueuedAt, int TimesRequeued);

/// <summary>What a sweep found.</summary>
public sealed record RunSweep(RunVerdict Verdict, IReadOnlyList<ItemEnd> Ended, IReadOnlyList<string> Requeued);
