using Microsoft.Azure.Cosmos;
using StreamPlatform.Azure.Cosmos;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Stores;
using StreamPlatform.Domain.Webhooks;

namespace StreamPlatform.Azure.Webhooks;

/// <summary>Webhooks in Cosmos DB, a partition an owner; deliveries go by their time to live.</summary>
internal sealed class CosmosWebhookStore(CosmosDatabase database) : IWebhookStore
{
    public const string ListQuery = "SELECT VALUE c.document FROM c WHERE c.type = 'webhook'";
    public const string DeliveriesQuery = "SELECT VALUE c.document FROM c WHERE c.endpointId = @endpointId AND c.sortKey < @after ORDER BY c.sortKey DESC";

    private readonly CosmosContainer _webhooks = database.Container(CosmosContainers.Webhooks);

    public async Task<Stored<WebhookEndpoint>?> FindAsync(string ownerId, string endpointId, CancellationToken ct) =>
        await _webhooks.ReadAsync<WebhookItem>(ItemKey.Of(ownerId, endpointId), ct) is { Value.Type: WebhookItem.Kind } stored
            ? new Stored<WebhookEndpoint>(Documents.Webhooks.Read(stored.Value.Document.GetRawText()), stored.ETag)
            : null;

    public async Task<IReadOnlyList<WebhookEndpoint>> ListAsync(string ownerId, CancellationToken ct)
    {
        var found = new List<WebhookEndpoint>();
        await foreach (var page in _webhooks.QueryAsync(new QueryDefinition(ListQuery), new PartitionKey(ownerId), CosmosContainer.LargestPage, ct))
        {
            found.AddRange(page.Select(document => Documents.Webhooks.Read(document.GetRawText())));
        }

        return found;
    }

    public async Task<bool> AddAsync(WebhookEndpoint endpoint, CancellationToken ct)
    {
        var key = ItemKey.Of(endpoint.OwnerId, endpoint.Id);
        return await _webhooks.CreateAsync(key, WebhookItem.Of(key, endpoint), ct) is not null;
    }

    public Task<string?> ReplaceAsync(WebhookEndpoint endpoint, string etag, CancellationToken ct)
    {
        var key = ItemKey.Of(endpoint.OwnerId, endpoint.Id);
        return _webhooks.ReplaceAsync(key, WebhookItem.Of(key, endpoint), etag, ct);
    }

    public Task DeleteAsync(string ownerId, string endpointId, string etag, CancellationToken ct) =>
        _webhooks.DeleteAsync(ItemKey.Of(ownerId, endpointId), etag, ct);

    public async Task<Stored<WebhookDelivery>?> FindDeliveryAsync(string ownerId, string deliveryId, CancellationToken ct) =>
        await _webhooks.ReadAsync<DeliveryItem>(ItemKey.Of(ownerId, deliveryId), ct) is { } stored
            ? new Stored<WebhookDelivery>(Documents.WebhookDeliveries.Read(stored.Value.Document.GetRawText()), stored.ETag)
            : null;

    public async Task<bool> AddDeliveryAsync(WebhookDelivery delivery, CancellationToken ct)
    {
        var key = ItemKey.Of(delivery.OwnerId, delivery.Id);
        return await _webhooks.CreateAsync(key, DeliveryItem.Of(key, delivery), ct) is not null;
    }

    public Task<string?> ReplaceDeliveryAsync(WebhookDelivery delivery, string etag, CancellationToken ct)
    {
        var key = ItemKey.Of(delivery.OwnerId, delivery.Id);
        return _webhooks.ReplaceAsync(key, DeliveryItem.Of(key, delivery), etag, ct);
    }

    public async Task<Page<WebhookDelivery>> ListDeliveriesAsync(string ownerId, string endpointId, string? cursor, int limit, CancellationToken ct)
    {
        var query = new QueryDefinition(DeliveriesQuery).WithParameter("@endpointId", endpointId).WithParameter("@after", SortKeys.After(cursor));
        var rows = new List<WebhookDelivery>();
        await foreach (var page in _webhooks.QueryAsync(query, new PartitionKey(ownerId), limit + 1, ct))
        {
            rows.AddRange(page.Take(limit + 1 - rows.Count).Select(document => Documents.WebhookDeliveries.Read(document.GetRawText())));
            if (rows.Count > limit)
                break;
        }

        return Pages.Of(rows, limit, last => new PageCursor(last.CreatedAt.UtcTicks, last.Id));
    }
}
