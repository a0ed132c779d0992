namespace StreamPlatform.Media.Packaging.Cutting;

/// <summary>Something the cutter has finished: an <see cref="InitPart"/> or a <see cref="SegmentPart"/>.</summary>
/// <param name="Rendition">As in its <see cref="TrackSpec"/>.</param>
public abstract record CutPart(string Rendition);
