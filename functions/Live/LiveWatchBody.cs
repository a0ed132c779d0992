using StreamPlatform.Domain.Live;

namespace StreamPlatform.Functions.Live;

/// <summary>What a watch page shows of a live stream.</summary>
/// <param name="OnAir">There is something to watch right now.</param>
/// <param name="StartedAt">Since when it is on air; absent while it is not.</param>
/// <param name="HlsUrl">Multivariant playlist, a path on this host; absent while it is not on air.</param>
public sealed record LiveWatchBody(string PlaybackId, string Title, bool OnAir, DateTimeOffset? StartedAt, string? HlsUrl)
{
    public static LiveWatchBody From(LiveView view) => new(
        view.Stream.PlaybackId.Id,
        view.Stream.Title,
        view.IsPlayable,
        view.IsPlayable ? view.Stream.Broadcast!.StartedAt : null,
        view.IsPlayable ? $"/api/playback/{view.Stream.PlaybackId.Id}.m3u8{LiveRequests.QueryOf(view)}" : null);
}
