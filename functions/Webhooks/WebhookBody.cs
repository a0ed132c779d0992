using StreamPlatform.Domain.Webhooks;

namespace StreamPlatform.Functions.Webhooks;

/// <summary>A webhook as the API shows it.</summary>
/// <param name="Secret">What deliveries are signed with; only in the answers that made it.</param>
/// <param name="FailingSince">Since when nothing got through; absent while it does.</param>
public sealed record WebhookBody(
    string Id, string Url, IReadOnlyList<string> Events, string? Description, WebhookState State, DateTimeOffset? FailingSince, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, string? Secret)
{
    public static WebhookBody From(WebhookEndpoint endpoint) => new(
        endpoint.Id, endpoint.Url.AbsoluteUri, endpoint.Events, endpoint.Description, endpoint.State, endpoint.FailingSince, endpoint.CreatedAt, endpoint.UpdatedAt, null);

    public static WebhookBody WithSecret(WebhookEndpoint endpoint) => From(endpoint) with { Secret = endpoint.Secrets[0].Value };
}

/// <summary>A message on its way to a webhook.</summary>
/// <param name="Id">The message's id, header <c>webhook-id</c>.</param>
/// <param name="Payload">The JSON that is sent.</param>
public sealed record DeliveryBody(string Id, string Type, DeliveryState State, DateTimeOffset CreatedAt, IReadOnlyList<DeliveryAttempt> Attempts, string Payload)
{
    public static DeliveryBody From(WebhookDelivery delivery) => new(delivery.Id, delivery.Type, delivery.State, delivery.CreatedAt, delivery.Attempts, delivery.Payload);
}

/// <summary>A message that is sent now; its log tells what becomes of it.</summary>
public sealed record SentBody(string DeliveryId);
