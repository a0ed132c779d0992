using System.Text.Json.Serialization;

namespace StreamPlatform.Domain.Processing;

/// <summary>
/// The output timeline: constant frame rate, GOPs of equal length, segments of whole GOPs. Times are in ticks of
/// <see cref="Timescale"/>; every frame lasts <see cref="FrameTicks"/>.
/// </summary>
/// <param name="FrameRate">Exact output rate; timescale = numerator × k, frame ticks = denominator × k.</param>
/// <param name="GopFrames">Frames from one key frame to the next (closed GOPs).</param>
/// <param name="SegmentFrames">Frames a segment; a multiple of <paramref name="GopFrames"/>.</param>
public sealed record OutputGrid(Rational FrameRate, int Timescale, int FrameTicks, int GopFrames, int SegmentFrames)
{
    /// <summary>
    /// Frames of the whole timeline. Every rendition has exactly so many (the last picture is held when the source's
    /// video ends early), and audio ends with them. 0 in plans that leave the end to the source.
    /// </summary>
    public long TotalFrames { get; init; }

    [JsonIgnore]
    public double SegmentSeconds => (double)SegmentFrames * FrameTicks / Timescale;
}
