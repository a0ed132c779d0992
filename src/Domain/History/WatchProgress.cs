using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Telemetry.Streams;

namespace StreamPlatform.Domain.History;

/// <summary>How far somebody is with a video that they may see, by what the video is now.</summary>
/// <param name="PlaybackId">By which it plays for them.</param>
public sealed record WatchProgress(WatchedVideo Watched, Asset Asset, string PlaybackId)
{
    /// <summary>Of the hundredths of a video, as many as views that are complete take.</summary>
    public const int CompleteParts = 90;

    private const double LongestStart = 10, StartShare = 0.05, EndShare = 0.95, CreditsShare = 0.9;

    /// <summary>Nothing is left to go on with: nearly all of it was watched, or they were in its last twentieth.</summary>
    public bool Completed => (WatchedParts.TryParse(Watched.Parts, out var parts) && parts.Watched >= CompleteParts) || Position >= Asset.DurationSeconds * EndShare;

    /// <summary>Seconds; a video that was made shorter ends where it ends.</summary>
    public double Position => Math.Min(Watched.Position, Asset.DurationSeconds ?? Watched.Position);

    /// <summary>Where to go on; null for the start: of who was hardly past it, or saw all and is near the end.</summary>
    public double? ResumeAt => Position <= Math.Min(LongestStart, Asset.DurationSeconds * StartShare ?? LongestStart) || (Completed && Position >= Asset.DurationSeconds * CreditsShare) ? null : Position;
}

/// <summary>What somebody's history says of one video.</summary>
/// <param name="Paused">Nothing is added to it.</param>
/// <param name="Progress">Null of what is not in it.</param>
public sealed record HistoryOfVideo(bool Paused, WatchProgress? Progress);
