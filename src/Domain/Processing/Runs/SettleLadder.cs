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
            return new SettledLadder(RunVerdict.Stopped, [], []);
        }

        var plan = await SettleAsync(new RunPaths(run.AssetId, runId), ct);
        var waited = waiting.Select(item => item.Id).ToHashSet(StringComparer.Ordinal);
        var queued = RunItem.Of(plan).Where(item => waited.Contains(item.Id)).ToList();
        foreach (var item in queued)
        {
            await queue.EnqueueAsync(new WorkItem(run.AssetId, runId, item.Id), item.Priority, ct);
        }

        return new SettledLadder(RunVerdict.Done, queued, RequiredRenditions.Of(plan));
    }

    private async Task<TranscodePlan> SettleAsync(RunPaths paths, CancellationToken ct)
    {
        var plan = await blobs.ReadPlanAsync(paths, ct) ?? throw new InvalidOperationException($"The plan of run {paths.RunId} of {paths.AssetId} is gone.");
        if (plan.SettledFrom is not null)
        {
            return plan;
        }

        var measurements = new List<RungMeasurement>();
        foreach (var measure in plan.Items.Where(item => item.Kind == WorkItemKind.Measure))
        {
            if (await blobs.ReadJsonAsync<ItemMarker>(paths.Marker(measure.Id), ct) is { Failure: null } marker)
            {
                measurements.AddRange(marker.Measurements);
            }
        }

        var ladder = planner.ChooseLadder(plan, measurements);
        await blobs.CreateAsync(paths.Ladder, RunBlobs.ToJson(ladder), RunBlobs.Json, ct);

        // Whoever was first has decided.
        return await blobs.ReadPlanAsync(paths, ct) is { SettledFrom: not null } settled
            ? settled
            : throw new InvalidOperationException($"The ladder of run {paths.RunId} of {paths.AssetId} is gone.");
    }
}

/// <summary>What settling came to.</summary>
/// <param name="Queued">The items as they are now, without the rungs that were dropped. Others that waited are not needed.</param>
/// <param name="Required">See <see cref="RequiredRenditions"/>; of the settled ladder.</param>
public sealed record SettledLadder(RunVerdict Verdict, IReadOnlyList<RunItem> Queued, IReadOnlyList<IReadOnlyList<string>> Required);
