using StreamPlatform.Azure.Cosmos;
using StreamPlatform.Domain.Webhooks;

namespace StreamPlatform.Azure.Webhooks;

internal sealed record WebhookItem : DocumentItem
{
    public const string Kind = "webhook";

    public override string Type => Kind;
    public required string OwnerId { get; init; }

    public static WebhookItem Of(ItemKey key, WebhookEndpoint endpoint) => new() { Id = key.Id, OwnerId = endpoint.OwnerId, Document = From(endpoint) };
}
