using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Operations.Metrics;
using StreamPlatform.Domain.Processing.Extensions;
using StreamPlatform.Domain.Processing.Probing;
using StreamPlatform.Domain.Storage;

namespace StreamPlatform.Domain.Processing.Runs;

/// <summary>A marker blob appeared: which workflow waits for it, and how its item ended.</summary>
public sealed class NoteMarker(IAssetStore store, IBlobStore blobs)
{
    /// <summary>Null when nobody waits for it: the run is not the asset's any more, or the marker was erased.</summary>
    public async Task<MarkerNews?> ExecuteAsync(string assetId, string runId, string itemId, CancellationToken ct)
    {
        if (await store.FindAsync(assetId, ct) is not { Value: var asset } || WorkflowOf(asset, runId) is not { } workflowId)
        {
            return null;
        }

        if (await blobs.ReadJsonAsync<ItemMarker>(new RunPaths(assetId, runId).Marker(itemId), ct) is not { } marker)
        {
            return null;
        }

        Measure(marker, itemId.Split('-')[0], asset.SourcePicture?.Height);
        return new MarkerNews(workflowId, new ItemEnd(itemId, marker.Failure), marker.TraceParent);
    }

    private static void Measure(ItemMarker marker, string kind, int? height)
    {
        PlatformMetrics.ItemEnded(kind, marker.Failure?.Code, marker.TitleSeconds, marker.WorkedSeconds ?? 0);
        if (marker is { Failure: null, WorkedSeconds: { } worked })
        {
            PlatformMetrics.StageTook(kind, height, TimeSpan.FromSeconds(worked));
        }
    }

    private static string? WorkflowOf(Asset asset, string runId) =>
        asset.State == AssetState.Processing && asset.RunId == runId ? asset.WorkflowId
        : RevisionExtension.IsMaking(asset) && asset.Extension!.RunId == runId ? asset.Extension.WorkflowId
        : ProbeRun.WorkflowOf(asset, runId);
}

/// <summary>What to tell which workflow.</summary>
/// <param name="TraceParent">The job's span; null when nobody recorded it.</param>
public sealed record MarkerNews(string WorkflowId, ItemEnd End, string? TraceParent = null);
