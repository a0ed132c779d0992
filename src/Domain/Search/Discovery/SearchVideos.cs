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
        var videos = await _assets.FindAsync([.. hits.Items.Select(hit => hit.AssetId)], ct);
        var found = new List<FoundVideo>();
        foreach (var hit in hits.Items)
        {
            if (videos.TryGetValue(hit.AssetId, out var asset))
            {
                found.Add(new FoundVideo(asset, TitleOf(hit, asset), DescriptionOf(hit, asset)));
            }
        }

        return new FoundVideos(found, hits.Cursor, hits.Total, hits.Facets, DidYouMean.Of(query.Text, [.. found.Select(TextsOf)]));
    }

    /// <summary>The index may have the title that it had before.</summary>
    private static MarkedText TitleOf(PublicHit hit, Asset asset) => hit.Title.Text == asset.Title ? hit.Title : new MarkedText(asset.Title, []);

    private static MarkedText? DescriptionOf(PublicHit hit, Asset asset) =>
        hit.Description is { } part && asset.Metadata.Description?.Contains(part.Text.Trim(PublicHit.Cut), StringComparison.Ordinal) == true ? part : null;

    private static IReadOnlyList<string> TextsOf(FoundVideo found) => [found.Asset.Title, found.Asset.Metadata.Description ?? "", .. found.Asset.Metadata.Tags];
}
