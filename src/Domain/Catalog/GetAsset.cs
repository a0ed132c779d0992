namespace StreamPlatform.Domain.Catalog;

/// <summary>One asset, for its owner. Others learn nothing, not even that it exists.</summary>
public sealed class GetAsset(IAssetStore store)
{
    /// <summary>To do something with it: one that is in the trash is refused (<c>asset.trashed</c>), and one that moderators took down (<c>asset.taken_down</c>).</summary>
    public async Task<Result<Stored<Asset>>> ExecuteAsync(string ownerId, string assetId, CancellationToken ct)
    {
        var found = await EvenTakenDownAsync(ownerId, assetId, ct);
        return found is { Succeeded: true, Value.Value.IsTakenDown: true } ? AssetErrors.TakenDown(assetId) : found;
    }

    /// <summary>To stop what is under way for it.</summary>
    public async Task<Result<Stored<Asset>>> EvenTakenDownAsync(string ownerId, string assetId, CancellationToken ct)
    {
        var found = await EvenTrashedAsync(ownerId, assetId, ct);
        return found is { Succeeded: true, Value.Value.Trashed: not null } ? AssetErrors.Trashed(assetId) : found;
    }

    /// <summary>To look at it.</summary>
    public async Task<Result<Stored<Asset>>> EvenTrashedAsync(string ownerId, string assetId, CancellationToken ct)
    {
        var stored = OpaqueId.IsValid(assetId, AssetIds.Prefix) ? await store.FindAsync(assetId, ct) : null;
        return stored is { Value: var asset } && AssetIds.IsVisibleTo(asset, ownerId)
            ? stored
            : AssetErrors.NotFound(assetId);
    }
}
