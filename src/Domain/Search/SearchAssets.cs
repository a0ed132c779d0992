using StreamPlatform.Domain.Catalog;

namespace StreamPlatform.Domain.Search;

/// <summary>An owner's assets by words in their titles. The index says where to look; only what the catalog still has is answered.</summary>
public sealed class SearchAssets(IVideoIndex index, IAssetStore store)
{
    public async Task<Page<Asset>> ExecuteAsync(VideoQuery query, CancellationToken ct)
    {
        var hits = await index.SearchAsync(query, ct);
        var assets = (await store.FindManyAsync(hits.Items, ct)).ToDictionary(asset => asset.Id, StringComparer.Ordinal);
        return new Page<Asset>([.. hits.Items.Select(assets.GetValueOrDefault).OfType<Asset>().Where(asset => asset.Trashed is null && AssetIds.IsVisibleTo(asset, query.OwnerId))], hits.Cursor);
    }
}
