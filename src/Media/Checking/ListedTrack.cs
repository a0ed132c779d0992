namespace StreamPlatform.Media.Checking;

/// <summary>A track as a manifest lists it.</summary>
/// <param name="Where">Names it in defects.</param>
/// <param name="Codecs">Claimed codecs of this track alone; null when the manifest claims them elsewhere.</param>
internal sealed record ListedTrack(string Where, string? Codecs, IReadOnlyList<ListedSegment> Segments);

/// <summary>A segment as a manifest lists it; a null field is not claimed. Times in seconds, or ticks of the claimed timescale.</summary>
internal sealed record ListedSegment(Uri Uri, Uri? Init, decimal? Seconds = null, int? Timescale = null, long? Start = null, long? Duration = null);
