using StreamPlatform.Domain.Catalog;

namespace StreamPlatform.Domain.Webhooks;

/// <summary>An owner's endpoints.</summary>
public sealed class Webhooks(IWebhookStore store, IWebhookSender sender, WebhookOptions options, TimeProvider clock)
{
    public const int MaxDescription = 200;

    private const int Attempts = 8;

    /// <param name="requestId">The same for a request that is repeated.</param>
    public async Task<Result<WebhookEndpoint>> CreateAsync(string ownerId, WebhookChange wanted, string? requestId, CancellationToken ct)
    {
        if ((wanted.Url is null ? WebhookErrors.UrlInvalid("it is missing.") : Check(wanted)) is { } wrong)
        {
            return wrong;
        }

        var id = requestId is null ? OpaqueId.New(WebhookEndpoint.IdPrefix) : OpaqueId.From(WebhookEndpoint.IdPrefix, requestId);
        if (await store.FindAsync(ownerId, id, ct) is { } there)
        {
            return there.Value;
        }

        if ((await store.ListAsync(ownerId, ct)).Count >= WebhookEndpoint.Most)
        {
            return WebhookErrors.TooMany;
        }

        var now = clock.GetUtcNow();
        var endpoint = Changed(new WebhookEndpoint { Id = id, OwnerId = ownerId, Url = new Uri(wanted.Url!), Secrets = [WebhookSecret.New(now)], CreatedAt = now, UpdatedAt = now }, wanted);
        return await store.AddAsync(endpoint, ct) ? endpoint : (await store.FindAsync(ownerId, id, ct))!.Value;
    }

    public async Task<IReadOnlyList<WebhookEndpoint>> ListAsync(string ownerId, CancellationToken ct) =>
        [.. (await store.ListAsync(ownerId, ct)).OrderByDescending(endpoint => endpoint.CreatedAt).ThenBy(endpoint => endpoint.Id, StringComparer.Ordinal)];

    public async Task<Result<Stored<WebhookEndpoint>>> GetAsync(string ownerId, string id, CancellationToken ct) =>
        await store.FindAsync(ownerId, id, ct) is { } found ? found : WebhookErrors.NotFound(id);

    /// <param name="ifMatch">The ETag the caller read; null to change whatever is there.</param>
    public async Task<Result<Stored<WebhookEndpoint>>> ChangeAsync(string ownerId, string id, WebhookChange wanted, string? ifMatch, CancellationToken ct) =>
        Check(wanted) is { } wrong ? wrong : await WriteAsync(ownerId, id, ifMatch, endpoint => Changed(endpoint, wanted), ct);

    /// <summary>A new secret; the one before signs beside it for a while, so that receivers can change over.</summary>
    public Task<Result<Stored<WebhookEndpoint>>> RotateAsync(string ownerId, string id, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var fresh = WebhookSecret.New(now);
        return WriteAsync(
            ownerId, id, null, endpoint => endpoint with { Secrets = [fresh, .. endpoint.SecretsAt(now).Take(1).Select(old => old with { ExpiresAt = now.AddHours(options.SecretOverlapHours) })] }, ct);
    }

    /// <summary>Absent is fine.</summary>
    public async Task DeleteAsync(string ownerId, string id, CancellationToken ct)
    {
        for (var attempt = 0; attempt < Attempts && await store.FindAsync(ownerId, id, ct) is { } stored; attempt++)
        {
            await store.DeleteAsync(ownerId, id, stored.ETag, ct);
        }
    }

    private async Task<Result<Stored<WebhookEndpoint>>> WriteAsync(string ownerId, string id, string? ifMatch, Func<WebhookEndpoint, WebhookEndpoint> change, CancellationToken ct)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (await store.FindAsync(ownerId, id, ct) is not { } stored)
            {
                return WebhookErrors.NotFound(id);
            }

            if (ifMatch is not null && ifMatch != stored.ETag)
            {
                return WebhookErrors.Changed(id);
            }

            var changed = change(stored.Value) with { UpdatedAt = clock.GetUtcNow() };
            if (await store.ReplaceAsync(changed, stored.ETag, ct) is { } etag)
            {
                return new Stored<WebhookEndpoint>(changed, etag);
            }
        }

        return WebhookErrors.Busy(id);
    }

    private Error? Check(WebhookChange wanted) =>
        wanted.Url is { } text && (Uri.TryCreate(text, UriKind.Absolute, out var url) ? sender.Refuse(url) : "it is none.") is { } why ? WebhookErrors.UrlInvalid(why)
        : wanted.Events?.FirstOrDefault(type => type is null || !WebhookEvents.Types.Contains(type)) is { } unknown ? WebhookErrors.EventUnknown(unknown)
        : wanted.Events?.Contains(null) == true ? WebhookErrors.EventUnknown("")
        : wanted.Description?.Length > MaxDescription ? WebhookErrors.DescriptionTooLong(MaxDescription)
        : null;

    private static WebhookEndpoint Changed(WebhookEndpoint endpoint, WebhookChange wanted) => endpoint with
    {
        Url = wanted.Url is null ? endpoint.Url : new Uri(wanted.Url),
        Events = wanted.Events is null ? endpoint.Events : [.. wanted.Events.OfType<string>().Distinct()],
        Description = wanted.Description ?? endpoint.Description,
        State = wanted.Enabled switch { true => WebhookState.Enabled, false => WebhookState.Paused, null => endpoint.State },
        FailingSince = wanted.Enabled == true || wanted.Url is not null ? null : endpoint.FailingSince,
    };
}

/// <summary>What an owner wants of an endpoint; null leaves a thing as it is.</summary>
public sealed record WebhookChange(string? Url, IReadOnlyList<string?>? Events, string? Description, bool? Enabled);
