using System.Text.Json;
using Microsoft.Azure.Cosmos;
using StreamPlatform.Azure.Cosmos;
using StreamPlatform.Domain;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Stores;

namespace StreamPlatform.Azure.Catalog;

/// <summary>
/// An owner's assets: the pointers of his partition in order, then the assets they point to, many in one request. Pointers
/// to assets that are deleted, never came, or are not where one looks (in the trash or out of it) are passed over until the page is full.
/// </summary>
internal static class OwnerListing
{
    public const string Query = "SELECT c.assetId, c.sortKey FROM c WHERE c.sortKey < @after ORDER BY c.sortKey DESC";

    /// <summary>Pages of pointers looked at for one page of assets; one that is not full by then ends early, with a cursor.</summary>
    public const int MostPages = 10;

    /// <exception cref="InvalidCursorException">The cursor is none of ours.</exception>
    public static async Task<Page<Asset>> ReadAsync(
        CosmosContainer owners, CosmosContainer assets, string ownerId, bool trashed, string? cursor, int limit, CancellationToken ct)
    {
        var query = new QueryDefinition(Query).WithParameter("@after", SortKeys.After(cursor));
        var listed = new List<Asset>();
        var pages = 0;
        await foreach (var page in owners.QueryAsync(query, new PartitionKey(ownerId), limit + 1, ct))
        {
            var rows = page.Select(json => json.Deserialize<Row>(DomainJson.Options)!).ToList();
            var found = (await assets.ReadManyAsync<AssetItem>([.. rows.Select(row => ItemKey.Of(row.AssetId))], ct))
                .Select(CosmosAssetStore.Read)
                .ToDictionary(asset => asset.Id);
            listed.AddRange(rows
                .Select(row => found.GetValueOrDefault(row.AssetId))
                .OfType<Asset>()
                .Where(asset => asset.OwnerId == ownerId && asset.State != AssetState.Deleted && asset.Trashed is not null == trashed));
            if (listed.Count > limit)
                break;
            if (++pages >= MostPages && rows.Count > 0)
                return new Page<Asset>(listed, SortKeys.CursorOf(rows[^1].SortKey).ToString());
        }

        return Pages.Of(listed, limit, last => new PageCursor(last.CreatedAt.UtcTicks, last.Id));
    }

    private sealed record Row(string AssetId, string SortKey);
}
