namespace StreamPlatform.Media.Packaging.Dash;

/// <summary>One segment of a representation; times in ticks of the representation's timescale.</summary>
internal sealed record DashSegment(string Uri, long Start, long Duration);
