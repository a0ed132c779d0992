namespace StreamPlatform.Domain.Telemetry.Aggregates;

/// <param name="Id">ASCII, up to 100 characters; their order is that of <see cref="IAggregateShards.ListAsync"/>.</param>
/// <param name="ExpiresAt">When it may go; always the same of one id. Null of what stays, and of what was read.</param>
public sealed record ShardDocument(string Id, ReadOnlyMemory<byte> Body, DateTimeOffset? ExpiresAt = null);
