namespace StreamPlatform.Media.Packaging.Dash;

/// <summary>A representation (ISO/IEC 23009-1, 5.3.5) with its segments spelled out.</summary>
/// <param name="Codecs">Null for text, whose type says it.</param>
/// <param name="Bandwidth">Bits a second.</param>
/// <param name="FrameRate">As written: <c>30</c> or <c>30000/1001</c>; null for audio.</param>
internal sealed record DashRepresentation(
    string Id,
    string? Codecs,
    long Bandwidth,
    int Timescale,
    string InitUri,
    IReadOnlyList<DashSegment> Segments,
    int? Width = null,
    int? Height = null,
    string? FrameRate = null,
    int? SampleRate = null,
    int? Channels = null)
{
    /// <summary>The whole of a text track; null for segmented ones.</summary>
    public string? BaseUri { get; init; }

    /// <summary>How many times as fast it may be played; only for key frames, which depend on no other picture.</summary>
    public int? MaxPlayoutRate { get; init; }
}
