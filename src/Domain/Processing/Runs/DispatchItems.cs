using StreamPlatform.Domain.Catalog;

namespace StreamPlatform.Domain.Processing.Runs;

/// <summary>Queues the items that are not urgent, in the plan's order. Repeating it queues them twice: jobs find the marker and leave.</summary>
public sealed class DispatchItems(IAssetStore store, ITranscodeQueue queue)
{
    public async Task<RunVerdict> ExecuteAsync(RunRef run, string runId, IReadOnlyList<RunItem> items, CancellationToken ct)
    {
        if (await store.FindAsync(run.AssetId, ct) is not { Value: var asset } || !run.IsCurrent(asset))
        {
            return RunVerdict.Stopped;
        }

        foreach (var item in items)
        {
            await queue.EnqueueAsync(new WorkItem(run.AssetId, runId, item.Id), item.Priority, ct);
        }

        return RunVerdict.Done;
    }
}
