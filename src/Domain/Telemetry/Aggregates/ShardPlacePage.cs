namespace StreamPlatform.Domain.Telemetry.Aggregates;

/// <param name="Cursor">Of the next page; null after the last. A page may be empty and have one.</param>
public sealed record ShardPlacePage(IReadOnlyList<ShardPlace> Places, string? Cursor);
