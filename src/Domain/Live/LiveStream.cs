using StreamPlatform.Domain.Catalog;

namespace StreamPlatform.Domain.Live;

/// <summary>A place that somebody sends live video to, again and again, and the address at which it is watched.</summary>
public sealed record LiveStream
{
    public const int CurrentSchemaVersion = 1;
    public const string IdPrefix = "stream", PlaybackPrefix = "live";

    /// <summary>Of an account.</summary>
    public const int Most = 50;

    public int SchemaVersion { get; init; } = CurrentSchemaVersion;
    public required string Id { get; init; }
    public required string OwnerId { get; init; }
    public required string Title { get; init; }

    /// <summary>Its ID begins with <see cref="PlaybackPrefix"/>, by which it is told from those of videos.</summary>
    public required PlaybackId PlaybackId { get; init; }

    /// <summary>SHA-256 of the stream key, lower-case hex; the key itself is kept nowhere.</summary>
    public required string KeyHash { get; init; }

    /// <summary>As it was written last: see <see cref="StateAt"/>.</summary>
    public LiveStreamState State { get; init; }

    /// <summary>The one that lasts, or the last; null when nobody has sent yet.</summary>
    public LiveBroadcast? Broadcast { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>An encoder that is not said to be there any more is gone.</summary>
    /// <param name="lease">The stream's, if it has one.</param>
    public LiveStreamState StateAt(LiveLease? lease, DateTimeOffset now) =>
        State == LiveStreamState.Active && !(lease?.BroadcastId == Broadcast?.Id && lease?.IsHeldAt(now) == true)
            ? LiveStreamTransitions.Next(State, LiveStreamEvent.Lapsed)!.Value
            : State;
}
