namespace StreamPlatform.Media.Checking;

/// <summary>A track as its bytes tell it; segments that could not be read are absent.</summary>
internal sealed record CheckedTrack(string Where, bool IsVideo, string? Codecs, int Timescale, IReadOnlyList<CheckedSegment> Segments)
{
    /// <summary>Key frames for trick play, cut otherwise than the renditions to play.</summary>
    public bool KeyFramesOnly { get; init; }

    public double EndSeconds => Segments.Count == 0 || Timescale == 0 ? 0 : (double)(Segments[^1].Start + Segments[^1].Duration) / Timescale;
}

/// <summary>Times in ticks.</summary>
/// <param name="Index">Place in the manifest.</param>
internal readonly record struct CheckedSegment(int Index, long Start, long Duration, int Samples);
