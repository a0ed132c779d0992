namespace StreamPlatform.Domain.Telemetry.Sessions;

/// <summary>What the platform itself knows of a playback session, fixed when the session began and carried by its token.</summary>
public sealed record SessionClaims
{
    public const string IdPrefix = "ses";

    /// <summary>How long a session's token is good for, and so how long after its beginning events can be told.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    /// <summary><c>ses_…</c>.</summary>
    public required string SessionId { get; init; }

    public required string AssetId { get; init; }
    public required string PlaybackId { get; init; }

    /// <summary>Whose video it is.</summary>
    public required string OwnerId { get; init; }

    /// <summary>The channel that the video was in; null of one that is in none.</summary>
    public string? ChannelId { get; init; }

    /// <summary>How long the title is, in seconds; null while that isn't known.</summary>
    public double? DurationSeconds { get; init; }

    /// <summary>When the session began, by the platform's clock, in whole milliseconds.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>
    /// Tells viewers apart without telling who they are: a hash of the account, else of the id that the viewer consented to,
    /// else a keyed hash, another each day, of address and user agent.
    /// </summary>
    public required ulong Viewer { get; init; }

    /// <summary>Two letters, or <c>ZZ</c> where it isn't known.</summary>
    public string Country { get; init; } = "ZZ";

    public DeviceKind Device { get; init; }

    public TrafficSource Source { get; init; }

    public Suspicions Suspicions { get; init; }

    /// <summary>
    /// Which part of a video's aggregates the session belongs to: 0, or of a hot video what <see cref="HotVideos"/> chose. It never
    /// changes while the session lasts, so that its state is in one place.
    /// </summary>
    public int Bucket { get; init; }
}
