using StreamPlatform.Bench.Telemetry;

namespace StreamPlatform.Bench;

/// <summary>Telemetry from hub to aggregates, and from players' requests to there.</summary>
internal static class TelemetryBench
{
    public static async Task<IReadOnlyList<BenchRow>> RunAsync(CancellationToken ct) => [.. await AggregateBench.RunAsync(ct), .. await HttpBench.RunAsync(ct)];
}
