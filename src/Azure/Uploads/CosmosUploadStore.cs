using System.Text.Json;
using Microsoft.Azure.Cosmos;
using StreamPlatform.Azure.Cosmos;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Stores;
using StreamPlatform.Domain.Uploads;

namespace StreamPlatform.Azure.Uploads;

/// <summary>Uploads in Cosmos DB, a partition an owner. Only the sweep asks every partition.</summary>
internal sealed class CosmosUploadStore(CosmosDatabase database) : IUploadStore
{
    public const string ListQuery = "SELECT VALUE c.document FROM c WHERE c.sortKey < @after ORDER BY c.sortKey DESC";
    public const string AssetQuery = "SELECT VALUE c.document FROM c WHERE c.assetId = @assetId ORDER BY c.sortKey DESC";
    public const string DueQuery = "SELECT VALUE c.document FROM c WHERE c.sweepAt <= @now ORDER BY c.sweepAt";

    private readonly CosmosContainer _uploads = database.Container(CosmosContainers.Uploads);

    public async Task<Stored<Upload>?> FindAsync(string ownerId, string uploadId, CancellationToken ct) =>
        await _uploads.ReadAsync<UploadItem>(ItemKey.Of(ownerId, uploadId), ct) is { } stored
            ? new Stored<Upload>(Read(stored.Value.Document), stored.ETag)
            : null;

    public async Task<bool> AddAsync(Upload upload, CancellationToken ct)
    {
        var key = ItemKey.Of(upload.OwnerId, upload.Id);
        return await _uploads.CreateAsync(key, UploadItem.Of(key, upload), ct) is not null;
    }

    public Task<string?> ReplaceAsync(Upload upload, string etag, CancellationToken ct)
    {
        var key = ItemKey.Of(upload.OwnerId, upload.Id);
        return _uploads.ReplaceAsync(key, UploadItem.Of(key, upload), etag, ct);
    }

    public async Task<Page<Upload>> ListAsync(string ownerId, string? cursor, int limit, CancellationToken ct)
    {
        var query = new QueryDefinition(ListQuery).WithParameter("@after", SortKeys.After(cursor));
        var rows = await TakeAsync(query, new PartitionKey(ownerId), limit + 1, ct);
        return Pages.Of(rows, limit, last => new PageCursor(last.CreatedAt.UtcTicks, last.Id));
    }

    public async Task<IReadOnlyList<Upload>> ListByAssetAsync(string ownerId, string assetId, CancellationToken ct) =>
        await TakeAsync(
            new QueryDefinition(AssetQuery).WithParameter("@assetId", assetId), new PartitionKey(ownerId), int.MaxValue, ct);

    public async Task<IReadOnlyList<Upload>> ListDueAsync(DateTimeOffset now, int limit, CancellationToken ct) =>
        await TakeAsync(new QueryDefinition(DueQuery).WithParameter("@now", SortKeys.Time(now)), partition: null, limit, ct);

    private static Upload Read(JsonElement document) => Documents.Uploads.Read(document.GetRawText());

    /// <summary>The first of the query's uploads; no page is asked for that isn't needed.</summary>
    private async Task<List<Upload>> TakeAsync(QueryDefinition query, PartitionKey? partition, int count, CancellationToken ct)
    {
        var taken = new List<Upload>();
        await foreach (var page in _uploads.QueryAsync(query, partition, count, ct))
        {
            taken.AddRange(page.Take(count - taken.Count).Select(Read));
            if (taken.Count == count)
                break;
        }

        return taken;
    }
}
