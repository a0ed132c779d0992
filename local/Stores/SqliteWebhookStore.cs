using Microsoft.Data.Sqlite;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Stores;
using StreamPlatform.Domain.Webhooks;
using StreamPlatform.Local.Sqlite;

namespace StreamPlatform.Local.Stores;

/// <summary>Webhooks in SQLite. Old deliveries go when new ones come.</summary>
internal sealed class SqliteWebhookStore(StoresDatabase stores) : IWebhookStore
{
    public async Task<Stored<WebhookEndpoint>?> FindAsync(string ownerId, string endpointId, CancellationToken ct)
    {
        var database = await stores.OpenAsync();
        return await database.ReadAsync(
            db => db.QueryFirst(
                "SELECT document, etag FROM webhooks WHERE owner_id = $1 AND id = $2",
                row => new Stored<WebhookEndpoint>(Documents.Webhooks.Read(row.GetString(0)), row.GetString(1)),
                ownerId,
                endpointId),
            ct);
    }

    public async Task<IReadOnlyList<WebhookEndpoint>> ListAsync(string ownerId, CancellationToken ct)
    {
        var database = await stores.OpenAsync();
        return await database.ReadAsync(
            db => db.Query("SELECT document FROM webhooks WHERE owner_id = $1", row => Documents.Webhooks.Read(row.GetString(0)), ownerId), ct);
    }

    public Task<bool> AddAsync(WebhookEndpoint endpoint, CancellationToken ct) => WriteAsync(
        "INSERT INTO webhooks (owner_id, id, etag, document) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING",
        ct,
        endpoint.OwnerId,
        endpoint.Id,
        ETags.New(),
        Document<WebhookEndpoint>.Write(endpoint));

    public async Task<string?> ReplaceAsync(WebhookEndpoint endpoint, string etag, CancellationToken ct)
    {
        var next = ETags.New();
        return await WriteAsync(
            "UPDATE webhooks SET etag = $4, document = $5 WHERE owner_id = $1 AND id = $2 AND etag = $3",
            ct,
            endpoint.OwnerId,
            endpoint.Id,
            etag,
            next,
            Document<WebhookEndpoint>.Write(endpoint)) ? next : null;
    }

    public Task DeleteAsync(string ownerId, string endpointId, string etag, CancellationToken ct) =>
        WriteAsync("DELETE FROM webhooks WHERE owner_id = $1 AND id = $2 AND etag = $3", ct, ownerId, endpointId, etag);

    public async Task<Stored<WebhookDelivery>?> FindDeliveryAsync(string ownerId, string deliveryId, CancellationToken ct)
    {
        var database = await stores.OpenAsync();
        return await database.ReadAsync(
            db => db.QueryFirst(
                "SELECT document, etag FROM webhook_deliveries WHERE owner_id = $1 AND id = $2",
                row => new Stored<WebhookDelivery>(ReadDelivery(row), row.GetString(1)),
                ownerId,
                deliveryId),
            ct);
    }

    public async Task<bool> AddDeliveryAsync(WebhookDelivery delivery, CancellationToken ct)
    {
        var database = await stores.OpenAsync();
        return await database.WriteAsync(
            db =>
            {
                db.Execute("DELETE FROM webhook_deliveries WHERE created_at < $1", (delivery.CreatedAt - WebhookDelivery.Lifetime).UtcTicks);
                return db.Execute(
                    """
                    INSERT INTO webhook_deliveries (owner_id, id, endpoint_id, created_at, etag, document)
                    VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING
                    """,
                    delivery.OwnerId,
                    delivery.Id,
                    delivery.EndpointId,
                    delivery.CreatedAt.UtcTicks,
                    ETags.New(),
                    Document<WebhookDelivery>.Write(delivery)) == 1;
            },
            ct);
    }

    public async Task<string?> ReplaceDeliveryAsync(WebhookDelivery delivery, string etag, CancellationToken ct)
    {
        var next = ETags.New();
        return await WriteAsync(
            "UPDATE webhook_deliveries SET etag = $4, document = $5 WHERE owner_id = $1 AND id = $2 AND etag = $3",
            ct,
            delivery.OwnerId,
            delivery.Id,
            etag,
            next,
            Document<WebhookDelivery>.Write(delivery)) ? next : null;
    }

    public async Task<Page<WebhookDelivery>> ListDeliveriesAsync(string ownerId, string endpointId, string? cursor, int limit, CancellationToken ct)
    {
        var after = PageCursor.Parse(cursor);
        var database = await stores.OpenAsync();
        var rows = await database.ReadAsync(
            db => db.Query(
                """
                SELECT document FROM webhook_deliveries WHERE owner_id = $1 AND endpoint_id = $2 AND (created_at, id) < ($3, $4)
                ORDER BY created_at DESC, id DESC LIMIT $5
                """,
                ReadDelivery,
                ownerId,
                endpointId,
                after.CreatedAt,
                after.Id,
                limit + 1),
            ct);
        return Pages.Of(rows, limit, last => new PageCursor(last.CreatedAt.UtcTicks, last.Id));
    }

    private static WebhookDelivery ReadDelivery(SqliteDataReader row) => Documents.WebhookDeliveries.Read(row.GetString(0));

    private async Task<bool> WriteAsync(string sql, CancellationToken ct, params object?[] values)
    {
        var database = await stores.OpenAsync();
        return await database.WriteAsync(db => db.Execute(sql, values) == 1, ct);
    }
}
