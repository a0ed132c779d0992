using StreamPlatform.Bench.Telemetry;

namespace StreamPlatform.Bench;

/// <summary>Telemetry from hub to aggregates.</summary>
internal static class TelemetryBench
{
    public static Task<IReadOnlyList<BenchRow>> RunAsync(CancellationToken ct) => AggregateBench.RunAsync(ct);
}
