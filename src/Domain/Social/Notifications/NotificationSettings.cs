namespace StreamPlatform.Domain.Social.Notifications;

/// <summary>What a person wants to be told of, and up to when they have seen it.</summary>
public sealed record NotificationSettings
{
    public const int CurrentSchemaVersion = 1;
    public const string DocumentId = "notifications";

    public int SchemaVersion { get; init; } = CurrentSchemaVersion;
    public required string PersonId { get; init; }

    /// <summary>What they are not told of.</summary>
    public IReadOnlyList<NotificationKind> Muted { get; init; } = [];

    /// <summary>What came until then is seen; null when nothing was ever looked at.</summary>
    public DateTimeOffset? SeenUntil { get; init; }
}
