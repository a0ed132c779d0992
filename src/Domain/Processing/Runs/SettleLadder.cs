using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Storage;

namespace StreamPlatform.Domain.Processing.Runs;

/// <summary>
/// The title was measured, or could not be: decides its ladder once and for all, and queues the items that make it. A
/// repeat finds the ladder that is there and queues again, which is harmless.
/// </summary>
public sealed class SettleLadder(IAssetStore store, IBlobStore blobs, ITranscodePlanner planner, ITranscodeQueue queue)
{
    /// <param name="waiting">Items that wait for the ladder.</param>
    public async Task<SettledLadder> ExecuteAsync(RunRef run, string runId, IReadOnlyList<RunItem> waiting, CancellationToken ct)
    {
        if (await store.FindAsync(run.AssetId, ct) is not { Value: var asset } || !run.IsCurrent(asset))
        {
            return new SettledLadder(RunVerdict.Stopped, []);
        }

        var plan = await SettleAsync(new RunPaths(run.AssetId, runId), ct);
        var wanted = plan.Items.Select(item => item.Id).ToHashSet(StringComparer.Ordinal);
        var queued = waiting.Where(item => wanted.Contains(item.Id)).ToList();
        foreach (var item in queued)
        {
            await queue.EnqueueAsync(new WorkItem(run.AssetId, runId, item.Id), item.Priority, ct);
        }

        return new SettledLadder(RunVerdict.Done, [.. queued.Select(item => item.Id)]);
    }

    private async Task<TranscodePlan> SettleAsync(RunPaths paths, CancellationToken ct)
    {
        var plan = await blobs.ReadPlanAsync(paths, ct) ?? throw new InvalidOperationException($"The plan of run {paths.RunId} of {paths.AssetId} is gone.");
        if (plan.SettledFrom is not null)
        {
            return plan;
        }

        var measure = plan.Items.First(item => item.Kind == WorkItemKind.Measure);
        var marker = await blobs.ReadJsonAsync<ItemMarker>(paths.Marker(measure.Id), ct);
        var ladder = planner.ChooseLadder(plan, marker is { Failure: null } ? marker.Measurements : []);
        await blobs.CreateAsync(paths.Ladder, RunBlobs.ToJson(ladder), RunBlobs.Json, ct);

        // Whoever was first has decided.
        return await blobs.ReadPlanAsync(paths, ct) is { SettledFrom: not null } settled
            ? settled
            : throw new InvalidOperationException($"The ladder of run {paths.RunId} of {paths.AssetId} is gone.");
    }
}

/// <summary>What settling came to: the items that were queued. The others that waited are not needed.</summary>
public sealed record SettledLadder(RunVerdict Verdict, IReadOnlyList<string> Queued);
