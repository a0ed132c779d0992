using StreamPlatform.Azure.Cosmos;
using StreamPlatform.Domain.Webhooks;

namespace StreamPlatform.Azure.Webhooks;

internal sealed record DeliveryItem : DocumentItem
{
    public override string Type => "webhookDelivery";
    public required string OwnerId { get; init; }
    public required string EndpointId { get; init; }

    /// <summary>Its place in listings; see <see cref="SortKeys"/>.</summary>
    public required string SortKey { get; init; }

    /// <summary>Seconds after its last write that Cosmos DB removes it.</summary>
    public int Ttl { get; init; } = (int)WebhookDelivery.Lifetime.TotalSeconds;

    public static DeliveryItem Of(ItemKey key, WebhookDelivery delivery) => new()
    {
        Id = key.Id,
        OwnerId = delivery.OwnerId,
        EndpointId = delivery.EndpointId,
        SortKey = SortKeys.Of(delivery.CreatedAt, delivery.Id),
        Document = From(delivery),
    };
}
