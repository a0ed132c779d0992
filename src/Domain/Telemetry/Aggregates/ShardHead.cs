namespace StreamPlatform.Domain.Telemetry.Aggregates;

/// <param name="Watermark">The last sequence number that is counted in the shard.</param>
/// <param name="ETag">Changes with each write of the shard.</param>
public sealed record ShardHead(long Watermark, string ETag);
