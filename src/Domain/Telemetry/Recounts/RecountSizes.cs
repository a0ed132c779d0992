namespace StreamPlatform.Domain.Telemetry.Recounts;

/// <summary>How much of a day a recount has in memory.</summary>
public sealed record RecountSizes
{
    /// <summary>Compressed bytes of the archive that make a slice. Each is some ten times as much, and as many sessions as fit.</summary>
    public long Slice { get; init; } = 8 << 20;

    /// <summary>Compressed bytes of a slice that are folded at once: one video may have more than a slice should.</summary>
    public long Pass { get; init; } = 12 << 20;

    /// <summary>Bytes of records that wait for others of their slice.</summary>
    public long Spread { get; init; } = 64 << 20;

    /// <summary>Stored shards that wait for others of their slice.</summary>
    public int Places { get; init; } = 200_000;
}
