using StreamPlatform.Domain.Catalog;

namespace StreamPlatform.Domain.Search.Discovery;

/// <summary>Public videos like one that somebody watches, which need not be public itself.</summary>
public sealed class RelatedVideos(IPublicIndex index, IAssetStore store, TimeProvider clock)
{
    public const int MaxRelated = 20;

    private readonly PublicAssets _assets = new(store, clock);

    public async Task<IReadOnlyList<FoundVideo>> ExecuteAsync(Asset watched, int limit, CancellationToken ct) =>
        await _assets.ShowAsync(await index.RelatedAsync(IndexedVideo.Of(watched), limit, ct), ct);
}
