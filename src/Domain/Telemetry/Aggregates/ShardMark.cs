namespace StreamPlatform.Domain.Telemetry.Aggregates;

/// <summary>An empty document, of partition 0 of the hub: that it is there says all.</summary>
/// <param name="ExpiresAt">When it may go; null of what stays.</param>
public sealed record ShardMark(string Shard, string Id, DateTimeOffset? ExpiresAt = null);
