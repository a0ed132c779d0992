using StreamPlatform.Media.Packaging.Hls;

namespace StreamPlatform.Media.Checking;

/// <summary>A track as a manifest lists it.</summary>
/// <param name="Where">Names it in defects.</param>
/// <param name="Codecs">Claimed codecs of this track alone; null when the manifest claims them elsewhere.</param>
internal sealed record ListedTrack(string Where, string? Codecs, IReadOnlyList<ListedSegment> Segments)
{
    /// <summary>It is listed as nothing but key frames.</summary>
    public bool KeyFramesOnly { get; init; }

    /// <summary>Its segments are WebVTT.</summary>
    public bool IsText { get; init; }
}

/// <summary>A segment as a manifest lists it; a null field is not claimed. Times in seconds, or ticks of the claimed timescale.</summary>
internal sealed record ListedSegment(Uri Uri, Uri? Init, decimal? Seconds = null, int? Timescale = null, long? Start = null, long? Duration = null)
{
    /// <summary>The part of the resource that is the segment; null for all of it.</summary>
    public HlsByteRange? Range { get; init; }
}
