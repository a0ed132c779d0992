using StreamPlatform.Domain.Stores;

namespace StreamPlatform.Domain.Catalog.Views;

/// <summary>How often videos were viewed. It is an hour or so behind.</summary>
public sealed class ViewCounts(IDocuments documents)
{
    /// <summary>0 of what nobody has counted.</summary>
    public async Task<long> OfAsync(string assetId, CancellationToken ct) => (await FindAsync(assetId, ct))?.Views ?? 0;

    public async Task<ViewCount?> FindAsync(string assetId, CancellationToken ct) => (await documents.FindAsync(ViewCount.Kind, ViewCount.KeyOf(assetId), ct))?.Value;

    /// <summary>Of a page of videos; of those that nobody has counted none.</summary>
    public async Task<IReadOnlyDictionary<string, long>> OfManyAsync(IReadOnlyList<string> assetIds, CancellationToken ct) =>
        assetIds.Count == 0
            ? new Dictionary<string, long>()
            : (await documents.FindManyAsync(ViewCount.Kind, [.. assetIds.Select(ViewCount.KeyOf)], ct)).ToDictionary(count => count.AssetId, count => count.Views, StringComparer.Ordinal);

    /// <summary>Whoever counts last is right: a count is of all there is, and adds to no other.</summary>
    public Task PutAsync(ViewCount count, CancellationToken ct) => documents.WriteAsync([ViewCount.Kind.Put(count)], ct);
}
