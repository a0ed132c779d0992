using System.Text.Json.Serialization;

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
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool HasCaptions { get; init; }

    /// <summary>Seconds from the start of the source to the first frame.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public double StartSeconds { get; init; }

    /// <summary>ffmpeg's name of the colour primaries (ITU-T H.273, table 2), such as <c>bt709</c> or <c>bt2020</c>; null when untagged.</summary>
    public string? Primaries { get; init; }

    /// <summary>ffmpeg's name of the matrix coefficients (ITU-T H.273, table 4), such as <c>bt709</c>, <c>smpte170m</c> (BT.601) or <c>bt2020nc</c>; null when untagged.</summary>
    public string? Matrix { get; init; }

    /// <summary>Black is 0 and white the largest value, instead of 16 and 235 (of 8 bit).</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool FullRange { get; init; }

    /// <summary>Bits a sample; null in plans of releases that did not look.</summary>
    public int? BitDepth { get; init; }

    /// <summary><c>4:2:0</c>, <c>4:2:2</c>, <c>4:4:4</c>, <c>4:1:1</c>, <c>4:1:0</c>, <c>4:4:0</c>, <c>rgb</c> or <c>grey</c>; null when unknown.</summary>
    public string? Chroma { get; init; }

    /// <summary>The container asks for a mirror image, beside <see cref="RotationDegrees"/>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Reflected { get; init; }

    /// <summary>It says it is interlaced, but the pictures that were looked at aren't: those that come later may be.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool SaysInterlaced { get; init; }

    /// <summary>Film whose frames were spread over fields (3:2 pulldown); <see cref="FrameRate"/> is the film's.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Telecined { get; init; }

    /// <summary>Dolby Vision profile, whose base layer is used; null when it is not Dolby Vision.</summary>
    public int? DolbyVisionProfile { get; init; }

    /// <summary>Of HDR10 that tells it; null otherwise.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public HdrMetadata? Hdr { get; init; }

    [JsonIgnore]
    public DynamicRange DynamicRange => Transfer switch
    {
        "smpte2084" => DynamicRange.Pq,
        "arib-std-b67" => DynamicRange.Hlg,
        _ => DynamicRange.Standard,
    };
}
