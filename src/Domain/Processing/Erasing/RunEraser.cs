using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Processing.Extensions;
using StreamPlatform.Domain.Processing.Probing;
using StreamPlatform.Domain.Processing.Runs;
using StreamPlatform.Domain.Storage;

namespace StreamPlatform.Domain.Processing.Erasing;

/// <summary>
/// Deletes what a run made, in two sweeps with a wait between them: a job that looked for its tombstone just before it
/// was set may still write once. The tombstone goes last; a message that comes later finds no plan and is dropped.
/// Every method may be repeated.
/// </summary>
public sealed class RunEraser(IAssetStore store, Assets assets, IBlobStore blobs, ProcessingOptions options)
{
    /// <summary>
    /// The runs that a workflow which ended without publishing may have left: by its generation, because a step that
    /// failed half-way could not tell their ids. None while the asset is being deleted, which erases everything.
    /// </summary>
    public async Task<LeftRuns> FindLeftAsync(RunRef run, CancellationToken ct)
    {
        if (await store.FindAsync(run.AssetId, ct) is not { Value: var asset }
            || asset.State is AssetState.Deleting or AssetState.Deleted)
        {
            return new LeftRuns([], options.LeaseSeconds);
        }

        var runs = (await WorkBlobs.RunsAsync(blobs, run.AssetId, ct))
            .Where(runId => runId.StartsWith($"{run.Generation}-", StringComparison.Ordinal));
        if (run.IsLatest(asset) && asset.RunId is not null)
        {
            runs = runs.Append(asset.RunId);
        }

        if (asset.Extension is { RunId: { } extension } && asset.Extension.WorkflowId == run.WorkflowId)
        {
            runs = runs.Append(extension);
        }

        // An extension has the generation of what it extends, which players may still hold.
        runs = runs.Except(asset.Superseded.Select(revision => revision.RunId), StringComparer.Ordinal);
        return new LeftRuns([.. runs.Distinct().Order(StringComparer.Ordinal)], options.LeaseSeconds);
    }

    /// <summary>Stops the run's jobs and deletes what is there. False when the run is published or in progress: it stays.</summary>
    public async Task<bool> BeginAsync(RunErasure erasure, CancellationToken ct)
    {
        var (assetId, runId) = (erasure.AssetId, erasure.RunId);
        if (await IsInUseAsync(assetId, runId, ct))
        {
            if (erasure.IsSuperseded)
            {
                await LeaveToOthersAsync(assetId, runId, ct);
            }

            return false;
        }

        var paths = new RunPaths(assetId, runId);
        await blobs.CreateAsync(paths.Tombstone, ReadOnlyMemory<byte>.Empty, "text/plain", ct);
        await blobs.DeleteAllAsync(Containers.Media, paths.Prefix, ct);
        await blobs.DeleteAllAsync(Containers.Markers, paths.Prefix, ct);
        await WorkBlobs.DeleteAllButTombstonesAsync(blobs, paths.Prefix, ct);
        return true;
    }

    /// <summary>Deletes what was still written, then the tombstone, then the asset's memory of the run.</summary>
    public async Task FinishAsync(string assetId, string runId, CancellationToken ct)
    {
        if (await IsInUseAsync(assetId, runId, ct))
        {
            return;
        }

        var paths = new RunPaths(assetId, runId);
        await blobs.DeleteAllAsync(Containers.Media, paths.Prefix, ct);
        await blobs.DeleteAllAsync(Containers.Markers, paths.Prefix, ct);
        await blobs.DeleteAllAsync(Containers.Work, paths.Prefix, ct);
        await assets.UpdateAsync(assetId, asset => Forget(asset, runId), ct);
    }

    /// <summary>Of a published run: deletes its head start and its records, which only growing playback and its timeline needed.</summary>
    public async Task RetireAsync(string assetId, string runId, CancellationToken ct)
    {
        var paths = new RunPaths(assetId, runId);
        await blobs.DeleteAllAsync(Containers.Media, paths.HeadPrefix, ct);
        await blobs.DeleteAllAsync(Containers.Markers, paths.Prefix, ct);
        await blobs.DeleteAllAsync(Containers.Work, paths.Prefix, ct);
    }

    /// <summary>A revision whose time is over but whose segments a later one takes: it ends to answer, and what only it had goes.</summary>
    private async Task LeaveToOthersAsync(string assetId, string runId, CancellationToken ct)
    {
        if (await store.FindAsync(assetId, ct) is not { Value: var asset }
            || asset.PublishedRunId == runId || asset.Superseded.All(revision => revision.RunId != runId))
        {
            return;
        }

        var paths = new RunPaths(assetId, runId);
        await blobs.DeleteAllAsync(Containers.Media, paths.DownloadsPrefix, ct);
        await blobs.DeleteAsync(paths.Presentation, ct);
        await assets.UpdateAsync(assetId, current => Forget(current, runId), ct);
    }

    private static Asset Forget(Asset asset, string runId) =>
        asset.Superseded.Any(revision => revision.RunId == runId)
            ? asset with { Superseded = [.. asset.Superseded.Where(revision => revision.RunId != runId)] }
            : asset;

    private async Task<bool> IsInUseAsync(string assetId, string runId, CancellationToken ct) =>
        await store.FindAsync(assetId, ct) is { Value: var asset }
        && asset.State is not (AssetState.Deleting or AssetState.Deleted)
        && (asset.PublishedRunId == runId
            || (asset.RunId == runId && asset.IsInProgress)
            || (RevisionExtension.IsMaking(asset) && asset.Extension!.RunId == runId)
            || ProbeRun.WorkflowOf(asset, runId) is not null
            || IsLent(asset, runId));

    /// <summary>Another revision that is kept takes blobs from the run.</summary>
    private static bool IsLent(Asset asset, string runId) =>
        asset.BaseRunIds?.Contains(runId) == true
        || asset.Superseded.Any(revision => revision.RunId != runId && revision.BaseRunIds?.Contains(runId) == true);
}

/// <summary>Runs to erase, and the wait between the sweeps.</summary>
public sealed record LeftRuns(IReadOnlyList<string> RunIds, double LeaseSeconds);
