namespace StreamPlatform.Domain.Catalog;

/// <summary>One asset, for its owner. Others learn nothing, not even that it exists.</summary>
public sealed class GetAsset(IAssetStore store)
{
    public async Task<Result<Stored<Asset>>> ExecuteAsync(string ownerId, string assetId, CancellationToken ct)
    {
        var stored = OpaqueId.IsValid(assetId, AssetIds.Prefix) ? await store.FindAsync(assetId, ct) : null;
        return stored is { Value: var asset } && AssetIds.IsVisibleTo(asset, ownerId)
            ? stored
            : AssetErrors.NotFound(assetId);
    }
}
