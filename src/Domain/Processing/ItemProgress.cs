namespace StreamPlatform.Domain.Processing;

/// <summary>
/// A running item's heartbeat and what it has made so far. A segment is in the list only after it was checked and is
/// readable, so a playlist may list it too.
/// </summary>
public sealed record ItemProgress
{
    public int Version { get; init; } = 1;
    public required string ItemId { get; init; }

    /// <summary>When the job last said it was alive (the job's clock).</summary>
    public required DateTimeOffset HeartbeatAt { get; init; }

    /// <summary>0 to 1; of the item's own work.</summary>
    public required double Fraction { get; init; }

    /// <summary>When the first segment of each of its renditions had become readable; null before.</summary>
    public DateTimeOffset? FirstSegmentAt { get; init; }

    public IReadOnlyList<RenditionOutput> Outputs { get; init; } = [];
}

/// <summary>What an item has made of one rendition: facts read from the bytes, from which playlists are written.</summary>
public sealed record RenditionOutput
{
    /// <summary>Name in the plan.</summary>
    public required string Rendition { get; init; }

    /// <summary>Codecs parameter (RFC 6381), such as <c>avc1.64001F</c> or <c>mp4a.40.2</c>.</summary>
    public required string Codecs { get; init; }

    /// <summary>SHA-256 of the init segment, hex; equal for all chunks of a rendition or they can't be joined.</summary>
    public required string InitHash { get; init; }

    public required int Timescale { get; init; }

    /// <summary>In order, contiguous.</summary>
    public required IReadOnlyList<SegmentFacts> Segments { get; init; }

    /// <summary>Key frames kept by themselves for trick play, in order; empty for renditions that don't offer it.</summary>
    public IReadOnlyList<KeyFrameBlob> KeyFrames { get; init; } = [];
}

/// <summary>Facts of one segment. Times in ticks of the rendition's timescale.</summary>
/// <param name="Number">Zero-based on the asset's timeline; names the blob.</param>
/// <param name="Start">tfdt: decode time of the first sample.</param>
/// <param name="Duration">Sum of the sample durations.</param>
/// <param name="Samples">Number of samples (frames).</param>
public sealed record SegmentFacts(long Number, long Start, long Duration, int Samples, int Bytes);
