using StreamPlatform.Domain.Catalog;

namespace StreamPlatform.Domain.Webhooks;

/// <summary>Endpoints and what was sent to them, partitioned by owner. Deliveries go by themselves some time after <see cref="WebhookDelivery.Lifetime"/>.</summary>
public interface IWebhookStore
{
    Task<Stored<WebhookEndpoint>?> FindAsync(string ownerId, string endpointId, CancellationToken ct);

    /// <summary>All of an owner's, in no order.</summary>
    Task<IReadOnlyList<WebhookEndpoint>> ListAsync(string ownerId, CancellationToken ct);

    /// <summary>Adds a new endpoint; false when the id is taken.</summary>
    Task<bool> AddAsync(WebhookEndpoint endpoint, CancellationToken ct);

    /// <summary>Replaces the document if it still has <paramref name="etag"/>; the new ETag, or null when someone was faster.</summary>
    Task<string?> ReplaceAsync(WebhookEndpoint endpoint, string etag, CancellationToken ct);

    /// <summary>Deletes the endpoint if it still has <paramref name="etag"/>; its deliveries stay until they go.</summary>
    Task DeleteAsync(string ownerId, string endpointId, string etag, CancellationToken ct);

    Task<Stored<WebhookDelivery>?> FindDeliveryAsync(string ownerId, string deliveryId, CancellationToken ct);

    /// <summary>Adds a new delivery; false when the id is taken.</summary>
    Task<bool> AddDeliveryAsync(WebhookDelivery delivery, CancellationToken ct);

    /// <summary>As <see cref="ReplaceAsync"/>.</summary>
    Task<string?> ReplaceDeliveryAsync(WebhookDelivery delivery, string etag, CancellationToken ct);

    /// <summary>An endpoint's deliveries, newest first.</summary>
    Task<Page<WebhookDelivery>> ListDeliveriesAsync(string ownerId, string endpointId, string? cursor, int limit, CancellationToken ct);
}
