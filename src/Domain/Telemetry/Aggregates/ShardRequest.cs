namespace StreamPlatform.Domain.Telemetry.Aggregates;

/// <summary>What is wanted of a shard.</summary>
/// <param name="Head">Its head too.</param>
/// <param name="Ids">Of documents.</param>
public sealed record ShardRequest(string Shard, bool Head, IReadOnlyList<string> Ids);
