namespace StreamPlatform.Domain.Webhooks;

/// <summary>
/// An address of an owner's that is told of their assets. One document, partitioned by its owner; writers use its ETag.
/// <see cref="SchemaVersion"/> changes only together with an upcaster.
/// </summary>
public sealed record WebhookEndpoint
{
    public const int CurrentSchemaVersion = 1;
    public const string IdPrefix = "webhook";

    /// <summary>An owner's endpoints.</summary>
    public const int Most = 20;

    public int SchemaVersion { get; init; } = CurrentSchemaVersion;
    public required string Id { get; init; }
    public required string OwnerId { get; init; }
    public required Uri Url { get; init; }

    /// <summary>The types of events it is told of; all when there are none.</summary>
    public IReadOnlyList<string> Events { get; init; } = [];

    public string? Description { get; init; }

    /// <summary>The latest first. Each delivery is signed with all that have not expired.</summary>
    public required IReadOnlyList<WebhookSecret> Secrets { get; init; }

    public WebhookState State { get; init; }

    /// <summary>Since when no delivery has gone through; null while they do.</summary>
    public DateTimeOffset? FailingSince { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset UpdatedAt { get; init; }

    public bool Wants(string type) => State == WebhookState.Enabled && (Events.Count == 0 || Events.Contains(type) || type == WebhookEvents.Test);

    public IReadOnlyList<WebhookSecret> SecretsAt(DateTimeOffset now) => [.. Secrets.Where(secret => secret.ExpiresAt is null || secret.ExpiresAt > now)];
}

/// <summary>Whether an endpoint is told.</summary>
public enum WebhookState
{
    Enabled,

    /// <summary>By its owner.</summary>
    Paused,

    /// <summary>By us: nothing got through for days, or it said that it is gone.</summary>
    Disabled,
}
