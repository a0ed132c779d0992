namespace StreamPlatform.Domain.Playback;

/// <summary>A track's init segment and segments: blob names in the media container.</summary>
public record PresentedTrack
{
    /// <summary>Stable and unique in the presentation: <c>1080p</c>, <c>und-128k</c>.</summary>
    public required string Name { get; init; }

    public required string Codecs { get; init; }
    public required int Timescale { get; init; }
    public required long AverageBitrate { get; init; }
    public required long PeakBitrate { get; init; }
    public required IReadOnlyList<PresentedSegment> Segments { get; init; }
}
