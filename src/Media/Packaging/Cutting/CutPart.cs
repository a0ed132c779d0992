namespace StreamPlatform.Media.Packaging.Cutting;

/// <summary>Something the cutter has finished: an <see cref="InitPart"/>, a <see cref="SegmentPart"/> or a <see cref="KeyFramePart"/>.</summary>
/// <param name="Rendition">As in its <see cref="TrackSpec"/>.</param>
public abstract record CutPart(string Rendition)
{
    /// <summary>Closed because the input ended, not because it was full: right only if the input ended where it should.</summary>
    public bool IsRemainder { get; init; }
}
