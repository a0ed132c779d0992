namespace StreamPlatform.Domain.Telemetry.Aggregates;

/// <summary>A shard as one partition of the hub writes it.</summary>
public readonly record struct ShardPlace(string Shard, int HubPartition);
