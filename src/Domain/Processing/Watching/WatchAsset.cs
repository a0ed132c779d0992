using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Playback;

namespace StreamPlatform.Domain.Processing.Watching;

/// <summary>Where an asset and its work items are, read from what the jobs leave in storage. Costs nothing while nobody asks.</summary>
public sealed class WatchAsset(IAssetStore store, RunWatches watches)
{
    /// <summary>The asset's progress now; null when there is no such asset. The caller has checked who asks.</summary>
    public async Task<AssetProgress?> ReadAsync(string assetId, CancellationToken ct)
    {
        if (await store.FindAsync(assetId, ct) is not { Value: var asset })
        {
            return null;
        }

        var run = await FindRunAsync(asset, ct);
        var growing = run is not null && GrowingPresentation.Of(run) is not null;
        return AssetProgress.Of(
            asset,
            run,
            playable: asset.PublishedRunId is not null || growing,
            firstPlayableAt: growing ? GrowingPresentation.FirstPlayableAt(run!) : null);
    }

    /// <summary>The items of the asset's latest run; empty before it is planned and after its records were erased.</summary>
    public async Task<IReadOnlyList<ItemSummary>> ItemsAsync(Asset asset, CancellationToken ct) =>
        await FindRunAsync(asset, ct) is { } run ? [.. run.Items.Select(ItemSummary.Of)] : [];

    private async Task<RunView?> FindRunAsync(Asset asset, CancellationToken ct) =>
        asset is { RunId: { } runId, State: AssetState.Processing or AssetState.Ready }
            ? await watches.ReadAsync(asset.Id, runId, ct)
            : null;
}
