using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Live;

namespace StreamPlatform.Functions.Live;

/// <summary>A live stream as its owner sees it.</summary>
/// <param name="Servers">RTMP addresses that an encoder may send to, with the stream key; the first is the stream's own.</param>
/// <param name="Broadcast">What is on air, or was last; absent when nobody has sent yet.</param>
/// <param name="StreamKey">The key itself: in the answer that made it, and nowhere else.</param>
public sealed record LiveStreamBody(
    string Id,
    string Title,
    LiveStreamState State,
    IReadOnlyList<PlaybackId> PlaybackIds,
    string WatchUrl,
    string HlsUrl,
    IReadOnlyList<Uri> Servers,
    LiveBroadcastBody? Broadcast,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    string? StreamKey = null)
{
    /// <param name="publicUrl">Without a trailing slash.</param>
    public static LiveStreamBody From(OwnStream own, string publicUrl, string? key = null) => new(
        own.Stream.Id,
        own.Stream.Title,
        own.State,
        [own.Stream.PlaybackId],
        $"{publicUrl}/watch/{own.Stream.PlaybackId.Id}",
        $"{publicUrl}/api/playback/{own.Stream.PlaybackId.Id}.m3u8",
        own.Servers,
        LiveBroadcastBody.From(own.Stream.Broadcast),
        own.Stream.CreatedAt,
        own.Stream.UpdatedAt,
        key);
}

/// <summary>One connection of an encoder.</summary>
/// <param name="PlayableAt">When there was something to watch; absent before.</param>
/// <param name="EndedAt">Absent while it lasts, and of one whose node died.</param>
public sealed record LiveBroadcastBody(string Id, DateTimeOffset StartedAt, DateTimeOffset? PlayableAt, DateTimeOffset? EndedAt)
{
    public static LiveBroadcastBody? From(LiveBroadcast? broadcast) =>
        broadcast is null ? null : new LiveBroadcastBody(broadcast.Id, broadcast.StartedAt, broadcast.PlayableAt, broadcast.EndedAt);
}
