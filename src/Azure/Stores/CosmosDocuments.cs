using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.Azure.Cosmos;
using StreamPlatform.Azure.Cosmos;
using StreamPlatform.Domain;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Stores;

namespace StreamPlatform.Azure.Stores;

/// <summary>Every kind of document in Cosmos DB; what has a time to live goes by it.</summary>
internal sealed class CosmosDocuments(CosmosDatabase database) : IDocuments
{
    public const string NewestQuery = "SELECT c.document, c.sortKey FROM c WHERE c.list = @list AND c.sortKey < @after ORDER BY c.sortKey DESC";
    public const string OldestQuery = "SELECT c.document, c.sortKey FROM c WHERE c.list = @list AND c.sortKey > @after ORDER BY c.sortKey ASC";
    public const string ScanQuery = "SELECT VALUE c.document FROM c WHERE c.type = @type";

    private readonly Dictionary<DocumentContainer, CosmosContainer> _containers =
        CosmosContainers.Documents.ToDictionary(each => each.Key, each => database.Container(each.Value));

    public async Task<Stored<T>?> FindAsync<T>(DocumentKind<T> kind, DocumentKey key, CancellationToken ct)
        where T : class =>
        await _containers[kind.Container].ReadAsync<PlacedItem>(PlacedItem.KeyOf(kind.Name, key), ct) is { } stored
            ? new Stored<T>(kind.Read(stored.Value.Document.GetRawText()), stored.ETag)
            : null;

    public async Task<IReadOnlyList<T>> FindManyAsync<T>(DocumentKind<T> kind, IReadOnlyList<DocumentKey> keys, CancellationToken ct)
        where T : class =>
        [.. (await _containers[kind.Container].ReadManyAsync<PlacedItem>([.. keys.Distinct().Select(key => PlacedItem.KeyOf(kind.Name, key))], ct))
            .Select(item => kind.Read(item.Document.GetRawText()))];

    public async Task<IReadOnlyList<string>?> WriteAsync(IReadOnlyList<DocumentWrite> writes, CancellationToken ct)
    {
        var (name, partition) = DocumentWrite.PartitionOf(writes);
        var container = _containers[name];
        return writes.Count > 1
            ? (await container.BatchAsync(new PartitionKey(partition), batch => Fill(batch, writes), ct))?.Select(etag => etag ?? "").ToList()
            : await WriteAsync(container, writes[0], ct) is { } etag ? [etag] : null;
    }

    public async Task<Page<T>> ListAsync<T>(DocumentKind<T> kind, string partition, string list, PageRequest page, ListOrder order, CancellationToken ct)
        where T : class
    {
        var query = new QueryDefinition(order == ListOrder.Descending ? NewestQuery : OldestQuery)
            .WithParameter("@list", PlacedItem.ListOf(kind.Name, list))
            .WithParameter("@after", ListCursor.Read(page.Cursor, order));
        var rows = new List<JsonElement>();
        await foreach (var found in _containers[kind.Container].QueryAsync(query, new PartitionKey(partition), page.Limit + 1, ct))
        {
            rows.AddRange(found.Take(page.Limit + 1 - rows.Count));
            if (rows.Count > page.Limit)
                break;
        }

        return new Page<T>(
            [.. rows.Take(page.Limit).Select(row => kind.Read(row.GetProperty("document").GetRawText()))],
            rows.Count > page.Limit ? ListCursor.Write(rows[page.Limit - 1].GetProperty("sortKey").GetString()!) : null);
    }

    public async IAsyncEnumerable<T> ScanAsync<T>(DocumentKind<T> kind, [EnumeratorCancellation] CancellationToken ct)
        where T : class
    {
        var query = new QueryDefinition(ScanQuery).WithParameter("@type", kind.Name);
        await foreach (var page in _containers[kind.Container].QueryAsync(query, null, CosmosContainer.LargestPage, ct))
        {
            foreach (var document in page)
                yield return kind.Read(document.GetRawText());
        }
    }

    private async Task<string?> WriteAsync(CosmosContainer container, DocumentWrite write, CancellationToken ct)
    {
        var key = PlacedItem.KeyOf(write.Kind, write.Key);
        return write.Operation switch
        {
            DocumentOperation.Add => await container.CreateAsync(key, ItemOf(write), ct),
            DocumentOperation.Replace => await container.ReplaceAsync(key, ItemOf(write), write.ETag!, ct),
            DocumentOperation.Put => await container.UpsertAsync(key, ItemOf(write), ct),
            _ => await container.DeleteAsync(key, write.ETag!, ct) ? "" : null,
        };
    }

    private void Fill(TransactionalBatch batch, IReadOnlyList<DocumentWrite> writes)
    {
        foreach (var write in writes)
        {
            var id = PlacedItem.KeyOf(write.Kind, write.Key).Id;
            var options = new TransactionalBatchItemRequestOptions { IfMatchEtag = write.ETag, EnableContentResponseOnWrite = false };
            _ = write.Operation switch
            {
                DocumentOperation.Add => batch.CreateItemStream(Item.Write(ItemOf(write)), options),
                DocumentOperation.Replace => batch.ReplaceItemStream(id, Item.Write(ItemOf(write)), options),
                DocumentOperation.Put => batch.UpsertItemStream(Item.Write(ItemOf(write)), options),
                _ => batch.DeleteItem(id, options),
            };
        }
    }

    private PlacedItem ItemOf(DocumentWrite write) => PlacedItem.Of(write, database.Clock.GetUtcNow());
}
