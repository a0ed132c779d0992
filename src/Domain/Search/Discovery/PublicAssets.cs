using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Catalog.Viewing;

namespace StreamPlatform.Domain.Search.Discovery;

/// <summary>What an index names, as far as the catalog shows it to anybody.</summary>
internal sealed class PublicAssets(IAssetStore store, TimeProvider clock)
{
    /// <summary>By id.</summary>
    public async Task<IReadOnlyDictionary<string, Asset>> FindAsync(IReadOnlyList<string> assetIds, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return (await store.FindManyAsync(assetIds, ct)).Where(asset => Audiences.IsListed(asset, now)).ToDictionary(asset => asset.Id, StringComparer.Ordinal);
    }

    /// <summary>In the order of the ids.</summary>
    public async Task<IReadOnlyList<Asset>> InOrderAsync(IReadOnlyList<string> assetIds, CancellationToken ct)
    {
        var found = await FindAsync(assetIds, ct);
        return [.. assetIds.Select(found.GetValueOrDefault).OfType<Asset>()];
    }
}
