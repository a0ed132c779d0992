namespace StreamPlatform.Domain.Catalog;

/// <summary>A page of an owner's assets, newest first.</summary>
public sealed class ListAssets(IAssetStore store)
{
    public Task<Page<Asset>> ExecuteAsync(string ownerId, PageRequest page, CancellationToken ct) =>
        store.ListAsync(ownerId, page.Cursor, page.Limit, ct);
}
