using StreamPlatform.Domain.Telemetry.Aggregates;

namespace StreamPlatform.Domain.Telemetry.Recounts;

/// <summary>A stored window that is not what the archive says, with some of its figures.</summary>
/// <param name="Shard">The part of a video, channel or the platform that it is of.</param>
public sealed record WindowDrift(
    string Shard, int HubPartition, Grain Grain, DateTimeOffset Start, DriftKind Kind, long StoredViews, long CountedViews, long StoredWatchedMs, long CountedWatchedMs);
