namespace StreamPlatform.Domain.Playback;

/// <summary>
/// What a player can play: the model both HLS and DASH manifests are written from. Published ones are stored beside
/// their segments and never change; growing ones are derived from the running items.
/// </summary>
public sealed record Presentation
{
    public int Version { get; init; } = 1;
    public required string AssetId { get; init; }
    public required string RunId { get; init; }

    /// <summary>False while segments are still being added.</summary>
    public required bool Complete { get; init; }

    /// <summary>Seconds; of what is listed so far while growing.</summary>
    public required double DurationSeconds { get; init; }

    /// <summary>Longest segment that will be listed, seconds; EXT-X-TARGETDURATION is this rounded.</summary>
    public required double TargetSegmentSeconds { get; init; }

    /// <summary>Largest first; empty for audio only.</summary>
    public required IReadOnlyList<PresentedVideo> Video { get; init; }

    public required IReadOnlyList<PresentedAudio> Audio { get; init; }

    /// <summary>Blob names (media container) of the thumbnails, in time order.</summary>
    public IReadOnlyList<string> Thumbnails { get; init; } = [];

    /// <summary>Blob name of the poster; null when there is none.</summary>
    public string? Poster { get; init; }
}

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

/// <summary>A video rendition.</summary>
public sealed record PresentedVideo : PresentedTrack
{
    public required int Width { get; init; }
    public required int Height { get; init; }
    public required Processing.Rational FrameRate { get; init; }
}

/// <summary>An audio rendition.</summary>
public sealed record PresentedAudio : PresentedTrack
{
    public required int Channels { get; init; }
    public required int SampleRate { get; init; }

    /// <summary>BCP 47 or <c>und</c>.</summary>
    public required string Language { get; init; }
}

/// <summary>One segment: its blob, the init segment it needs, and its place on the track's timeline (ticks).</summary>
public sealed record PresentedSegment(string Name, string InitName, long Start, long Duration, int Bytes);
