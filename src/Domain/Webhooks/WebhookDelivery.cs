namespace StreamPlatform.Domain.Webhooks;

/// <summary>An event on its way to an endpoint, with every try. Kept for <see cref="Lifetime"/>; the same payload is sent each time.</summary>
public sealed record WebhookDelivery
{
    public const int CurrentSchemaVersion = 1;
    public const string IdPrefix = "msg";

    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(30);

    public int SchemaVersion { get; init; } = CurrentSchemaVersion;

    /// <summary>Also the message's id: receivers see by it what they had already.</summary>
    public required string Id { get; init; }

    public required string OwnerId { get; init; }
    public required string EndpointId { get; init; }
    public required string Type { get; init; }

    /// <summary>The JSON that is sent.</summary>
    public required string Payload { get; init; }

    public DeliveryState State { get; init; }

    /// <summary>In their order; the last <see cref="MostAttempts"/>.</summary>
    public IReadOnlyList<DeliveryAttempt> Attempts { get; init; } = [];

    /// <summary>Tries of the course it is on; a replay begins at 0.</summary>
    public int Tries { get; init; }

    /// <summary>How often it was sent anew by its owner.</summary>
    public int Replays { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public const int MostAttempts = 50;

    public WebhookDelivery With(DeliveryAttempt attempt) => this with { Attempts = [.. Attempts.Append(attempt).TakeLast(MostAttempts)], Tries = Tries + 1 };
}

public enum DeliveryState
{
    /// <summary>It is still tried.</summary>
    Pending,

    Delivered,

    /// <summary>It was tried as often as it may, or its endpoint is told no more.</summary>
    Failed,
}

/// <summary>One try.</summary>
/// <param name="Status">HTTP; null when there was no answer.</param>
/// <param name="Error">Why there was none.</param>
public sealed record DeliveryAttempt(DateTimeOffset At, int? Status, double Milliseconds, string? Error = null)
{
    public bool Succeeded => Status is >= 200 and < 300;

    /// <summary>The receiver wants no more.</summary>
    public bool IsGone => Status == 410;
}
