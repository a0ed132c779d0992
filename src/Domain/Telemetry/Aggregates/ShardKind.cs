namespace StreamPlatform.Domain.Telemetry.Aggregates;

internal enum ShardKind
{
    /// <summary>It leads: it has the sessions.</summary>
    Video,
    Channel,
    Platform,
}
