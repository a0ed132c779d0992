using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Catalog.Events;

namespace StreamPlatform.Domain.Webhooks;

/// <summary>
/// From an event to messages at endpoints. Each delivery is a document before anything is sent, with an id that follows from
/// endpoint and event, so that an event that comes twice is delivered once; a workflow of that id tries until it is done.
/// </summary>
public sealed class Deliveries(IWebhookStore store, IAssetStore assets, IWebhookSender sender, WebhookOptions options, TimeProvider clock)
{
    private const int Attempts = 8;

    /// <summary>Notes the event for every endpoint of the asset's owner that wants it; the deliveries that are still to be made.</summary>
    public async Task<IReadOnlyList<DeliveryRun>> NoteAsync(VideoEvent happened, CancellationToken ct)
    {
        if (await assets.FindAsync(happened.AssetId, ct) is not { Value: var asset })
        {
            return [];
        }

        var runs = new List<DeliveryRun>();
        foreach (var endpoint in (await store.ListAsync(asset.OwnerId, ct)).Where(endpoint => endpoint.Wants(happened.Type)))
        {
            var id = OpaqueId.From(WebhookDelivery.IdPrefix, $"{endpoint.Id}\n{happened.Id}");
            runs.Add(await AddAsync(endpoint, id, happened.Type, WebhookEvents.PayloadOf(happened, asset), ct));
        }

        return runs;
    }

    /// <summary>A message to see whether the endpoint works.</summary>
    public async Task<Result<DeliveryRun>> TestAsync(string ownerId, string endpointId, CancellationToken ct) =>
        await store.FindAsync(ownerId, endpointId, ct) is not { Value: var endpoint } ? WebhookErrors.NotFound(endpointId)
        : endpoint.State != WebhookState.Enabled ? WebhookErrors.NotEnabled(endpointId)
        : await AddAsync(endpoint, OpaqueId.New(WebhookDelivery.IdPrefix), WebhookEvents.Test, WebhookEvents.PayloadOfTest(clock.GetUtcNow()), ct);

    /// <summary>Sends the same message again, whatever became of it.</summary>
    public async Task<Result<DeliveryRun>> ReplayAsync(string ownerId, string endpointId, string deliveryId, CancellationToken ct)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (await store.FindDeliveryAsync(ownerId, deliveryId, ct) is not { } stored || stored.Value.EndpointId != endpointId)
            {
                return WebhookErrors.DeliveryNotFound(deliveryId);
            }

            if (await store.FindAsync(ownerId, endpointId, ct) is not { Value.State: WebhookState.Enabled })
            {
                return WebhookErrors.NotEnabled(endpointId);
            }

            var again = stored.Value with { State = DeliveryState.Pending, Tries = 0, Replays = stored.Value.Replays + 1 };
            if (await store.ReplaceDeliveryAsync(again, stored.ETag, ct) is not null)
            {
                return DeliveryRun.Of(again);
            }
        }

        return WebhookErrors.Busy(endpointId);
    }

    /// <summary>The log of an endpoint, newest first.</summary>
    public async Task<Result<Page<WebhookDelivery>>> ListAsync(string ownerId, string endpointId, PageRequest page, CancellationToken ct) =>
        await store.FindAsync(ownerId, endpointId, ct) is null
            ? WebhookErrors.NotFound(endpointId)
            : await store.ListDeliveriesAsync(ownerId, endpointId, page.Cursor, page.Limit, ct);

    /// <summary>One try, if it is still to be made. A try whose process dies before it is written down is made again: receivers know the message by its id.</summary>
    public async Task<DeliveryStep> TryAsync(DeliveryRun run, CancellationToken ct)
    {
        if (await store.FindDeliveryAsync(run.OwnerId, run.DeliveryId, ct) is not { Value: { State: DeliveryState.Pending } delivery } stored || delivery.Replays != run.Replay)
        {
            return DeliveryStep.Over;
        }

        if (await store.FindAsync(run.OwnerId, delivery.EndpointId, ct) is not { Value: { State: WebhookState.Enabled } endpoint })
        {
            await EndAsync(stored, delivery with { State = DeliveryState.Failed }, ct);
            return DeliveryStep.Over;
        }

        var attempt = await SendAsync(endpoint, delivery, ct);
        var tried = delivery.With(attempt);
        var pause = attempt.Succeeded || attempt.IsGone ? null : options.PauseAfter(tried.Tries);
        tried = tried with { State = attempt.Succeeded ? DeliveryState.Delivered : pause is null ? DeliveryState.Failed : DeliveryState.Pending };
        await EndAsync(stored, tried, ct);
        await NoteHealthAsync(endpoint, tried, ct);
        return new DeliveryStep(pause?.TotalSeconds);
    }

    private Task<DeliveryAttempt> SendAsync(WebhookEndpoint endpoint, WebhookDelivery delivery, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var headers = new Dictionary<string, string>
        {
            ["webhook-id"] = delivery.Id,
            ["webhook-timestamp"] = now.ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["webhook-signature"] = string.Join(' ', endpoint.SecretsAt(now).Select(secret => secret.Sign(delivery.Id, now, delivery.Payload))),
        };
        return sender.SendAsync(endpoint.Url, headers, delivery.Payload, ct);
    }

    /// <summary>A race lost against a replay is a race won by it: it goes on from there.</summary>
    private Task EndAsync(Stored<WebhookDelivery> stored, WebhookDelivery next, CancellationToken ct) => store.ReplaceDeliveryAsync(next, stored.ETag, ct);

    /// <summary>
    /// An endpoint that took nothing for as long as a message is tried is told no more, as is one that says it is gone. What
    /// counts is the endpoint as it is now: others may have got through, or its owner changed it, while this try was on its way.
    /// </summary>
    private async Task NoteHealthAsync(WebhookEndpoint endpoint, WebhookDelivery tried, CancellationToken ct)
    {
        var attempt = tried.Attempts[^1];
        for (var i = 0; i < Attempts && !(attempt.Succeeded && endpoint.FailingSince is null); i++)
        {
            if (await store.FindAsync(endpoint.OwnerId, endpoint.Id, ct) is not { Value: { State: WebhookState.Enabled } now } stored || now.Url != endpoint.Url)
            {
                return;
            }

            var since = now.FailingSince ?? attempt.At;
            var tookNothing = tried.State == DeliveryState.Failed && since <= tried.Attempts[^tried.Tries].At;
            var next = attempt.Succeeded ? now with { FailingSince = null }
                : now with { FailingSince = since, State = attempt.IsGone || tookNothing ? WebhookState.Disabled : now.State };
            if (next == now || await store.ReplaceAsync(next, stored.ETag, ct) is not null)
            {
                return;
            }
        }
    }

    private async Task<DeliveryRun> AddAsync(WebhookEndpoint endpoint, string id, string type, string payload, CancellationToken ct)
    {
        var delivery = new WebhookDelivery { Id = id, OwnerId = endpoint.OwnerId, EndpointId = endpoint.Id, Type = type, Payload = payload, CreatedAt = clock.GetUtcNow() };
        await store.AddDeliveryAsync(delivery, ct);
        return DeliveryRun.Of(delivery);
    }
}

/// <summary>Input of the <c>DeliverWebhook</c> workflow.</summary>
/// <param name="Replay">How often it was sent anew: each time has a workflow of its own.</param>
public sealed record DeliveryRun(string OwnerId, string DeliveryId, int Replay)
{
    public const string Workflow = "DeliverWebhook";

    public string InstanceId => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"deliver-{DeliveryId}-{Replay}");

    public static DeliveryRun Of(WebhookDelivery delivery) => new(delivery.OwnerId, delivery.Id, delivery.Replays);
}

/// <summary>What comes after a try.</summary>
/// <param name="PauseSeconds">Until the next; null when there is none.</param>
public sealed record DeliveryStep(double? PauseSeconds)
{
    public static DeliveryStep Over { get; } = new((double?)null);
}
