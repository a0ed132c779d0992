using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.Azure.Cosmos;
using StreamPlatform.Azure.Cosmos;
using StreamPlatform.Domain.Telemetry.Aggregates;

namespace StreamPlatform.Azure.Telemetry;

/// <summary>
/// Aggregates in Cosmos DB, a shard a logical partition: its head and its documents in one transactional batch, or in several where they are
/// more, or larger, than one takes. What has a time to live goes by it.
/// </summary>
internal sealed class CosmosAggregateShards(CosmosDatabase database) : IAggregateShards
{
    public const string ListQuery = "SELECT c.id, c.body FROM c WHERE c.id >= @from AND c.id < @below";

    /// <summary>Over all shards, by the index of ids.</summary>
    public const string ScanQuery = "SELECT c.shardKey, c.id FROM c WHERE c.id >= @from AND c.id < @below";

    /// <summary>Operations in a batch of Cosmos DB, of which the head is one.</summary>
    private const int Operations = 100;

    /// <summary>Bytes in a batch; Cosmos DB takes 2 MiB, and base 64 adds a third.</summary>
    private const int LargestBatch = 1_400_000;

    /// <summary>Shards that are read, or written, at once.</summary>
    private const int AtOnce = 16;

    private readonly CosmosContainer _container = database.Container(CosmosContainers.Telemetry);

    public async Task<IReadOnlyList<ShardContent>> LoadAsync(int hubPartition, IReadOnlyList<ShardRequest> wanted, CancellationToken ct)
    {
        var contents = new ShardContent[wanted.Count];
        await Parallel.ForAsync(0, wanted.Count, Options(ct), async (place, token) => contents[place] = await LoadAsync(hubPartition, wanted[place], token));
        return contents;
    }

    public async Task<IReadOnlyList<string>?> WriteAsync(int hubPartition, IReadOnlyList<ShardWrite> followers, IReadOnlyList<ShardWrite> leaders, CancellationToken ct) =>
        await WriteAsync(hubPartition, followers, ct) is { } first && await WriteAsync(hubPartition, leaders, ct) is { } then ? [.. first, .. then] : null;

    public Task MarkAsync(IReadOnlyList<ShardMark> marks, CancellationToken ct) => Parallel.ForEachAsync(
        marks,
        Options(ct),
        async (mark, ct) => await _container.UpsertAsync(
            ShardItem.KeyOf(mark.Shard, 0, mark.Id), ShardItem.Of(mark.Shard, 0, new ShardDocument(mark.Id, default, mark.ExpiresAt), database.Clock.GetUtcNow()), ct));

    public async Task<IReadOnlyList<ShardDocument>> ListAsync(string shard, string from, string below, CancellationToken ct)
    {
        var query = new QueryDefinition(ListQuery).WithParameter("@from", from).WithParameter("@below", below);
        var found = new List<ShardDocument>();
        await foreach (var page in _container.QueryAsync(query, new PartitionKey(shard), CosmosContainer.LargestPage, ct))
            found.AddRange(page.Select(item => Read(item.GetProperty("id"), item.GetProperty("body"))));
        return [.. found.OrderBy(document => document.Id, StringComparer.Ordinal)];
    }

    public async IAsyncEnumerable<ShardDocument> StreamAsync(string shard, string from, string below, [EnumeratorCancellation] CancellationToken ct)
    {
        var query = new QueryDefinition(ListQuery).WithParameter("@from", from).WithParameter("@below", below);
        await foreach (var page in _container.QueryAsync(query, new PartitionKey(shard), CosmosContainer.LargestPage, ct))
        {
            foreach (var item in page)
                yield return Read(item.GetProperty("id"), item.GetProperty("body"));
        }
    }

    public async Task<ShardPlacePage> ScanAsync(string from, string below, string? cursor, CancellationToken ct)
    {
        var query = new QueryDefinition(ScanQuery).WithParameter("@from", from).WithParameter("@below", below);
        var (items, next) = await _container.PageAsync(query, cursor, CosmosContainer.LargestPage, ct);
        return new ShardPlacePage(
            [.. items.Select(item => new ShardPlace(item.GetProperty("shardKey").GetString()!, ShardItem.HubPartitionOf(item.GetProperty("id").GetString()!))).Distinct()],
            next);
    }

    private static ShardDocument Read(JsonElement id, JsonElement body) => new(ShardItem.IdOf(id.GetString()!), body.GetBytesFromBase64());

    private static ParallelOptions Options(CancellationToken ct) => new() { MaxDegreeOfParallelism = AtOnce, CancellationToken = ct };

    private async Task<ShardContent> LoadAsync(int hubPartition, ShardRequest request, CancellationToken ct)
    {
        // The head first: what is read after it fits it, or the head is another by the time that it is written.
        var head = request.Head ? await _container.ReadAsync<ShardHeadItem>(ShardHeadItem.KeyOf(request.Shard, hubPartition), ct) : null;
        var items = await _container.ReadManyAsync<ShardItem>([.. request.Ids.Select(id => ShardItem.KeyOf(request.Shard, hubPartition, id))], ct);
        return new ShardContent(
            head is null ? null : new ShardHead(head.Value.Watermark, head.ETag),
            [.. items.Select(item => new ShardDocument(ShardItem.IdOf(item.Id), item.Body))]);
    }

    private async Task<string[]?> WriteAsync(int hubPartition, IReadOnlyList<ShardWrite> writes, CancellationToken ct)
    {
        var etags = new string?[writes.Count];
        await Parallel.ForAsync(0, writes.Count, Options(ct), async (place, token) => etags[place] = await WriteAsync(hubPartition, writes[place], token));
        return etags.Contains(null) ? null : [.. etags.Select(etag => etag!)];
    }

    private async Task<string?> WriteAsync(int hubPartition, ShardWrite write, CancellationToken ct)
    {
        var (etag, now) = (write.ETag, database.Clock.GetUtcNow());
        for (var at = 0; at == 0 || at < write.Documents.Count;)
        {
            var end = EndOfBatch(write.Documents, at);
            var watermark = end == write.Documents.Count ? write.Watermark : write.Before;
            var documents = write.Documents.Skip(at).Take(end - at);
            var written = await _container.BatchAsync(new PartitionKey(write.Shard), batch => Fill(batch, hubPartition, write.Shard, etag, watermark, documents, now), ct);
            if (written is null)
                return null;
            (etag, at) = (written[0], Math.Max(end, 1));
        }

        return etag;
    }

    private static int EndOfBatch(IReadOnlyList<ShardDocument> documents, int from)
    {
        var (end, bytes) = (from, 0);
        while (end < documents.Count && end - from < Operations - 1 && (end == from || bytes + documents[end].Body.Length <= LargestBatch))
            bytes += documents[end++].Body.Length;
        return end;
    }

    private static void Fill(TransactionalBatch batch, int hubPartition, string shard, string? etag, long watermark, IEnumerable<ShardDocument> documents, DateTimeOffset now)
    {
        var id = ShardHeadItem.KeyOf(shard, hubPartition).Id;
        var head = Item.Write(new ShardHeadItem { Id = id, ShardKey = shard, Watermark = watermark });
        if (etag is null)
            batch.CreateItemStream(head, Writing());
        else
            batch.ReplaceItemStream(id, head, Writing(etag));
        foreach (var document in documents)
            batch.UpsertItemStream(Item.Write(ShardItem.Of(shard, hubPartition, document, now)), Writing());
    }

    private static TransactionalBatchItemRequestOptions Writing(string? etag = null) => new() { IfMatchEtag = etag, EnableContentResponseOnWrite = false };
}
