namespace StreamPlatform.Domain.Telemetry.Aggregates;

/// <summary>What is there of a <see cref="ShardRequest"/>.</summary>
/// <param name="Head">Null when nothing was ever written, or it wasn't asked for.</param>
/// <param name="Documents">Those that are there, in no order.</param>
public sealed record ShardContent(ShardHead? Head, IReadOnlyList<ShardDocument> Documents);
