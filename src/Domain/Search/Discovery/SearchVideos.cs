using StreamPlatform.Domain.Catalog;

namespace StreamPlatform.Domain.Search.Discovery;

/// <summary>Public videos for anybody. The index says where to look; only what the catalog still shows to anybody is answered, as it is there.</summary>
public sealed class SearchVideos(IPublicIndex index, IAssetStore store, TimeProvider clock)
{
    private readonly PublicAssets _assets = new(store, clock);

    /// <exception cref="InvalidCursorException">The cursor is none that the index gave.</exception>
    public async Task<FoundVideos> ExecuteAsync(PublicQuery query, CancellationToken ct)
    {
        var hits = await index.SearchAsync(query, ct);
        var found = await _assets.ShowAsync(hits.Items, ct);
        return new FoundVideos(found, hits.Cursor, hits.Total, hits.Facets, DidYouMean.Of(query.Text, [.. found.Select(TextsOf)]));
    }

    private static IReadOnlyList<string> TextsOf(FoundVideo found) =>
        [found.Asset.Title, found.Asset.Metadata.Description ?? "", found.Channel.Name, .. found.Asset.Metadata.Tags];
}
