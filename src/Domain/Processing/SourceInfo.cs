namespace StreamPlatform.Domain.Processing;

/// <summary>What the prober found in an original: facts the planner decides from. Sizes are after rotation, in square pixels.</summary>
public sealed record SourceInfo
{
    /// <summary>Demuxer name, such as <c>mov,mp4,m4a,3gp,3g2,mj2</c>.</summary>
    public required string Container { get; init; }

    /// <summary>Seconds, as measured where the container's claim can't be trusted.</summary>
    public required double DurationSeconds { get; init; }

    public required long Bytes { get; init; }
    public VideoTrack? Video { get; init; }
    public IReadOnlyList<AudioTrack> Audio { get; init; } = [];

    /// <summary>Things noticed that the creator should hear of, in the failure-code vocabulary.</summary>
    public IReadOnlyList<Catalog.AssetFailure> Warnings { get; init; } = [];
}

/// <summary>The video track chosen for the ladder. <paramref name="Width"/>×<paramref name="Height"/> as displayed (rotated, square pixels).</summary>
/// <param name="StreamIndex">ffmpeg's stream index in the container.</param>
/// <param name="FrameRate">Average rate; the output grid is derived from it.</param>
/// <param name="Transfer">ffmpeg's transfer name, such as <c>bt709</c>, <c>smpte2084</c> (PQ) or <c>arib-std-b67</c> (HLG); null when untagged.</param>
public sealed record VideoTrack(
    int StreamIndex,
    string Codec,
    int CodedWidth,
    int CodedHeight,
    int Width,
    int Height,
    Rational FrameRate,
    string PixelFormat,
    int RotationDegrees,
    bool Interlaced,
    string? Transfer)
{
    /// <summary>Frames counted or, for containers with a sample table, stated by it; what decoding costs.</summary>
    public long Frames { get; init; }

    /// <summary>Seconds from the start of the source to the end of the last frame.</summary>
    public double DurationSeconds { get; init; }
}

/// <summary>An audio track. <paramref name="Language"/> is BCP 47 or <c>und</c>.</summary>
public sealed record AudioTrack(int StreamIndex, string Codec, int Channels, int SampleRate, string Language);
