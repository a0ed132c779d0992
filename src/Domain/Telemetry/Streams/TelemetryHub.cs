namespace StreamPlatform.Domain.Telemetry.Streams;

/// <summary>The names of the hub that telemetry goes through, in both runtimes.</summary>
public static class TelemetryHub
{
    public const string Name = "telemetry";

    /// <summary>The group that makes aggregates of what it carries.</summary>
    public const string Aggregates = "aggregates";
}
