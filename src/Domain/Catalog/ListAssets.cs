namespace StreamPlatform.Domain.Catalog;

/// <summary>A page of an owner's assets, newest first: those in the trash, or those that are not.</summary>
public sealed class ListAssets(IAssetStore store)
{
    public Task<Page<Asset>> ExecuteAsync(string ownerId, bool trashed, PageRequest page, CancellationToken ct) =>
        store.ListAsync(ownerId, trashed, page.Cursor, page.Limit, ct);
}
