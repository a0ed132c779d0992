using System.Net;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.Azure.Cosmos;
using StreamPlatform.Domain;

namespace StreamPlatform.Azure.Cosmos;

/// <summary>
/// The operations the stores need of one container. What is expected (not there, there already, changed meanwhile) is an
/// answer, anything else a <see cref="CosmosException"/>; no operation takes longer than <see cref="OperationTimeout"/>.
/// </summary>
internal sealed class CosmosContainer(Container container, CosmosMetrics metrics, TimeProvider clock)
{
    /// <summary>One operation with all its retries; a query, one page. Then a <see cref="TimeoutException"/>.</summary>
    public static readonly TimeSpan OperationTimeout = TimeSpan.FromSeconds(15);

    /// <summary>The most items a page of a query brings.</summary>
    public const int LargestPage = 500;

    public async Task<StoredItem<T>?> ReadAsync<T>(ItemKey key, CancellationToken ct)
        where T : Item
    {
        using var response = await SendAsync(
            "read", token => container.ReadItemStreamAsync(key.Id, key.PartitionKey, cancellationToken: token), ct, HttpStatusCode.NotFound);
        return response.IsSuccessStatusCode
            ? new StoredItem<T>(Item.Read<T>(await ParseAsync(response, ct)), response.Headers.ETag)
            : null;
    }

    /// <returns>The ETag, or null when the id is taken.</returns>
    public async Task<string?> CreateAsync(ItemKey key, Item item, CancellationToken ct)
    {
        using var body = Item.Write(item);
        using var response = await SendAsync(
            "create",
            token => container.CreateItemStreamAsync(body, key.PartitionKey, Writing(), token),
            ct,
            HttpStatusCode.Conflict);
        return ETagOf(response);
    }

    /// <returns>The new ETag, or null when what is there has another ETag than <paramref name="etag"/>, or is gone.</returns>
    public async Task<string?> ReplaceAsync(ItemKey key, Item item, string etag, CancellationToken ct)
    {
        using var body = Item.Write(item);
        using var response = await SendAsync(
            "replace",
            token => container.ReplaceItemStreamAsync(body, key.Id, key.PartitionKey, Writing(etag), token),
            ct,
            HttpStatusCode.PreconditionFailed,
            HttpStatusCode.NotFound);
        return ETagOf(response);
    }

    /// <summary>Writes the item whatever is there.</summary>
    /// <returns>The new ETag.</returns>
    public async Task<string> UpsertAsync(ItemKey key, Item item, CancellationToken ct)
    {
        using var body = Item.Write(item);
        using var response = await SendAsync(
            "upsert", token => container.UpsertItemStreamAsync(body, key.PartitionKey, Writing(), token), ct);
        return response.Headers.ETag;
    }

    /// <summary>Deletes the item if it still has <paramref name="etag"/>; one that is gone or changed is left alone.</summary>
    /// <returns>True when it was deleted.</returns>
    public async Task<bool> DeleteAsync(ItemKey key, string etag, CancellationToken ct)
    {
        using var response = await SendAsync(
            "delete",
            token => container.DeleteItemStreamAsync(key.Id, key.PartitionKey, Writing(etag), token),
            ct,
            HttpStatusCode.PreconditionFailed,
            HttpStatusCode.NotFound);
        return response.IsSuccessStatusCode;
    }

    /// <summary>Does all that <paramref name="fill"/> adds, or nothing: when an item was created, changed or deleted by someone else meanwhile.</summary>
    /// <returns>The new ETag of each item, null of a deleted one; null when nothing was done.</returns>
    public async Task<IReadOnlyList<string?>?> BatchAsync(PartitionKey partition, Action<TransactionalBatch> fill, CancellationToken ct)
    {
        var batch = container.CreateTransactionalBatch(partition);
        fill(batch);
        using var response = await BoundedAsync("batch", token => batch.ExecuteAsync(token), ct);
        metrics.Record("batch", container.Id, response.RequestCharge);
        return response.StatusCode switch
        {
            _ when response.IsSuccessStatusCode => [.. response.Select(result => result.ETag)],
            HttpStatusCode.Conflict or HttpStatusCode.PreconditionFailed or HttpStatusCode.NotFound => null,
            _ => throw new CosmosException(
                $"A batch in {container.Id} failed: {response.ErrorMessage}", response.StatusCode, 0, response.ActivityId, response.RequestCharge),
        };
    }

    /// <summary>The pages of a query, one request each, as they are asked for.</summary>
    /// <param name="partition">Null only where nobody waits for the answer: it asks every partition.</param>
    /// <param name="pageSize">Items a page; more than <see cref="LargestPage"/> are never asked for.</param>
    public async IAsyncEnumerable<IReadOnlyList<JsonElement>> QueryAsync(
        QueryDefinition query, PartitionKey? partition, int pageSize, [EnumeratorCancellation] CancellationToken ct)
    {
        var options = new QueryRequestOptions
        {
            PartitionKey = partition,
            MaxItemCount = Math.Min(pageSize, LargestPage),
            // One partition runs the query as it is: no plan is asked for, nothing is merged.
            EnableOptimisticDirectExecution = partition is not null,
        };
        using var pages = container.GetItemQueryStreamIterator(query, requestOptions: options);
        while (pages.HasMoreResults)
        {
            using var response = await SendAsync("query", pages.ReadNextAsync, ct);
            yield return await DocumentsAsync(response, ct);
        }
    }

    /// <summary>One page of a query over every partition, and where the next begins; for work that nobody waits for.</summary>
    /// <param name="continuation">What the page before gave; null for the first.</param>
    /// <exception cref="InvalidCursorException">The service gave no such continuation.</exception>
    public async Task<(IReadOnlyList<JsonElement> Items, string? Continuation)> PageAsync(
        QueryDefinition query, string? continuation, int pageSize, CancellationToken ct)
    {
        var options = new QueryRequestOptions { MaxItemCount = Math.Min(pageSize, LargestPage) };
        using var pages = container.GetItemQueryStreamIterator(query, continuation, options);
        using var response = await SendAsync("query", pages.ReadNextAsync, ct, HttpStatusCode.BadRequest);
        return response.IsSuccessStatusCode
            ? (await DocumentsAsync(response, ct), pages.HasMoreResults ? response.ContinuationToken : null)
            : throw new InvalidCursorException();
    }

    /// <summary>Those of the items that are there, in no order.</summary>
    public async Task<IReadOnlyList<T>> ReadManyAsync<T>(IReadOnlyList<ItemKey> keys, CancellationToken ct)
        where T : Item
    {
        if (keys.Count == 0)
        {
            return [];
        }

        using var response = await SendAsync(
            "read_many",
            token => container.ReadManyItemsStreamAsync([.. keys.Select(key => (key.Id, key.PartitionKey))], cancellationToken: token),
            ct);
        return [.. (await DocumentsAsync(response, ct)).Select(Item.Read<T>)];
    }

    private static ItemRequestOptions Writing(string? etag = null) => new() { IfMatchEtag = etag, EnableContentResponseOnWrite = false };

    private static string? ETagOf(ResponseMessage response) => response.IsSuccessStatusCode ? response.Headers.ETag : null;

    private static async Task<JsonElement> ParseAsync(ResponseMessage response, CancellationToken ct)
    {
        using var document = await JsonDocument.ParseAsync(response.Content, cancellationToken: ct);
        return document.RootElement.Clone();
    }

    private static async Task<IReadOnlyList<JsonElement>> DocumentsAsync(ResponseMessage response, CancellationToken ct) =>
        [.. (await ParseAsync(response, ct)).GetProperty("Documents").EnumerateArray()];

    private async Task<ResponseMessage> SendAsync(
        string operation, Func<CancellationToken, Task<ResponseMessage>> send, CancellationToken ct, params HttpStatusCode[] expected)
    {
        var response = await BoundedAsync(operation, send, ct);
        metrics.Record(operation, container.Id, response.Headers.RequestCharge);
        if (!response.IsSuccessStatusCode && !expected.Contains(response.StatusCode))
        {
            using (response)
                response.EnsureSuccessStatusCode();
        }

        return response;
    }

    private async Task<T> BoundedAsync<T>(string operation, Func<CancellationToken, Task<T>> send, CancellationToken ct)
    {
        using var deadline = new CancellationTokenSource(OperationTimeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, deadline.Token);
        try
        {
            return await send(either.Token);
        }
        catch (OperationCanceledException error) when (deadline.IsCancellationRequested && !ct.IsCancellationRequested)
        {
            throw new TimeoutException(
                $"Cosmos DB did not answer a {operation} in {container.Id} within {OperationTimeout.TotalSeconds:0} s.", error);
        }
    }
}
