namespace StreamPlatform.Domain.Telemetry.Streams;

/// <summary>What has come together in a session since it began: it only ever grows, so a lost or doubled event does no harm.</summary>
/// <param name="WatchedMs">Time in which pictures moved, by the clock on the wall.</param>
/// <param name="StalledMs">Time of waiting for data after the first picture, but for that after seeks.</param>
/// <param name="Stalls">How often it waited so.</param>
/// <param name="BitrateMs">kbit/s of the rung shown, times the milliseconds that it was watched: over <see cref="WatchedMs"/> the average bitrate.</param>
/// <param name="DownscaledMs">Time watched in which the picture was larger than where it was shown.</param>
/// <param name="HiddenMs">Time watched in which the page was hidden.</param>
/// <param name="Bytes">Bytes of media that were loaded.</param>
/// <param name="Watched">Which hundredths of the title were watched.</param>
public readonly record struct PlaybackTotals(
    long WatchedMs,
    long StalledMs,
    int Stalls,
    int Seeks,
    long BitrateMs,
    int DroppedFrames,
    int RungChanges,
    long DownscaledMs,
    long HiddenMs,
    long Bytes,
    WatchedParts Watched)
{
    /// <summary>What has come together at the later of two moments, whichever that is: each figure only grows.</summary>
    public static PlaybackTotals Max(in PlaybackTotals a, in PlaybackTotals b) => new(
        Math.Max(a.WatchedMs, b.WatchedMs),
        Math.Max(a.StalledMs, b.StalledMs),
        Math.Max(a.Stalls, b.Stalls),
        Math.Max(a.Seeks, b.Seeks),
        Math.Max(a.BitrateMs, b.BitrateMs),
        Math.Max(a.DroppedFrames, b.DroppedFrames),
        Math.Max(a.RungChanges, b.RungChanges),
        Math.Max(a.DownscaledMs, b.DownscaledMs),
        Math.Max(a.HiddenMs, b.HiddenMs),
        Math.Max(a.Bytes, b.Bytes),
        a.Watched | b.Watched);
}
