namespace StreamPlatform.Media.Packaging.Cutting;

/// <summary>
/// Cuts ffmpeg's fragmented MP4, as it comes from a pipe, into CMAF init segments and segments (ISO/IEC 23000-19), one set a
/// rendition. Fragments may be cut anywhere and tracks may be interleaved; all tracks must start at time 0 of the input.
/// The same samples always give the same bytes.
/// </summary>
public sealed class SegmentCutter(IReadOnlyList<TrackSpec> tracks)
{
    /// <summary>
    /// The parts, each as soon as it is complete. Memory is bounded by one unfinished segment a rendition. Tracks of the
    /// input without a <see cref="TrackSpec"/> are skipped; a rendition without samples gives only its init segment.
    /// </summary>
    /// <exception cref="Mp4.Mp4Exception">The input is not readable MP4 or ends within a box.</exception>
    /// <exception cref="SegmentDefectException">The samples don't fit the grid.</exception>
    public IAsyncEnumerable<CutPart> CutAsync(Stream fragmentedMp4, CancellationToken ct) =>
        throw new NotImplementedException($"{tracks.Count} {fragmentedMp4} {ct}");
}
