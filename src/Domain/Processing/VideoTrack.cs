namespace StreamPlatform.Domain.Processing;

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

    /// <summary>CEA-608 or -708 captions were seen in its pictures (ATSC A/53).</summary>
    [System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingDefault)]
    public bool HasCaptions { get; init; }
}
