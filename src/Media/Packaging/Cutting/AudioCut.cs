using StreamPlatform.Domain.Processing;

namespace StreamPlatform.Media.Packaging.Cutting;

/// <summary>
/// Cuts audio, from the start of the asset, at the access unit boundary nearest to each multiple of
/// <paramref name="SegmentSeconds"/>, so that audio segments follow the video's. Times are in samples.
/// </summary>
/// <param name="SegmentSeconds">Exact length of a segment of the timeline to follow.</param>
/// <param name="PrimingSamples">
/// What the encoder put before the first sample of the source (1024 for ffmpeg's AAC). Whole access units of it are dropped,
/// so the first sample of the source plays at exactly 0 and no edit list is needed, which not every player honours; the
/// price is that the first access unit fades in for want of its predecessor's overlap (21 ms at 48 kHz).
/// </param>
public sealed record AudioCut(Rational SegmentSeconds, int PrimingSamples = AudioCut.AacPriming) : CutRule
{
    /// <summary>Priming of ffmpeg's AAC encoder.</summary>
    public const int AacPriming = 1024;

    /// <summary>Follows the segments of a video grid.</summary>
    public static AudioCut Following(OutputGrid grid) =>
        new(new Rational(checked(grid.SegmentFrames * grid.FrameTicks), grid.Timescale));
}
