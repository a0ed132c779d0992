namespace StreamPlatform.Domain.Telemetry.Aggregates;

/// <summary>A shard's write.</summary>
/// <param name="ETag">Of the head as it was read or written last; null of a shard that was not there.</param>
/// <param name="Before">The watermark until now.</param>
/// <param name="Watermark">The watermark once all is written.</param>
public sealed record ShardWrite(string Shard, string? ETag, long Before, long Watermark, IReadOnlyList<ShardDocument> Documents);
