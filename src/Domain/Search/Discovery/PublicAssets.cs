using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Catalog.Viewing;

namespace StreamPlatform.Domain.Search.Discovery;

/// <summary>What an index names, as far as the catalog shows it to anybody.</summary>
internal sealed class PublicAssets(IAssetStore store, TimeProvider clock)
{
    /// <summary>In the order of the ids.</summary>
    public async Task<IReadOnlyList<Asset>> InOrderAsync(IReadOnlyList<string> assetIds, CancellationToken ct)
    {
        var found = await FindAsync(assetIds, ct);
        return [.. assetIds.Select(found.GetValueOrDefault).OfType<Asset>()];
    }

    /// <summary>In the order of the hits, each as the catalog has it.</summary>
    public async Task<IReadOnlyList<FoundVideo>> ShowAsync(IReadOnlyList<PublicHit> hits, CancellationToken ct)
    {
        var found = await FindAsync([.. hits.Select(hit => hit.AssetId)], ct);
        return [.. hits.Where(hit => found.ContainsKey(hit.AssetId)).Select(hit => Show(hit, found[hit.AssetId]))];
    }

    private static FoundVideo Show(PublicHit hit, Asset asset) => new(
        asset,
        hit.Title.Text == asset.Title ? hit.Title : new MarkedText(asset.Title, []),
        hit.Description is { } part && asset.Metadata.Description?.Contains(part.Text.Trim(PublicHit.Cut), StringComparison.Ordinal) == true ? part : null,
        hit.Channel,
        hit.PublishedAt);

    private async Task<Dictionary<string, Asset>> FindAsync(IReadOnlyList<string> assetIds, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return (await store.FindManyAsync(assetIds, ct)).Where(asset => Audiences.IsListed(asset, now)).ToDictionary(asset => asset.Id, StringComparer.Ordinal);
    }
}
