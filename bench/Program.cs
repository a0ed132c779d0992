using System.Text.Json;
using StreamPlatform.Bench;
using StreamPlatform.Bench.Api;
using StreamPlatform.Bench.Scale;
using StreamPlatform.Bench.Telemetry;

if (args is [EmptyEndpoint.Argument])
{
    await EmptyEndpoint.ServeAsync();
    return 0;
}

var benches = new Dictionary<string, Func<CancellationToken, Task<IReadOnlyList<BenchRow>>>>(StringComparer.Ordinal)
{
    ["pipeline"] = PipelineBench.RunAsync,
    ["fanout"] = FanoutBench.RunAsync,
    ["ladder"] = LadderBench.RunAsync,
    ["playable"] = PlayableBench.RunAsync,
    ["durable"] = DurableBench.RunAsync,
    ["memory"] = MemoryBench.RunAsync,
    ["api"] = ApiBench.RunAsync,
    ["search"] = SearchBench.RunAsync,
    ["telemetry-day"] = DayBench.RunAsync,
    ["telemetry"] = TelemetryBench.RunAsync,
    ["scale"] = ScaleBench.RunAsync,
};

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, e) =>
{
    e.Cancel = true;
    stop.Cancel();
};

var wanted = args.Length == 0 ? [.. benches.Keys] : args;
if (wanted.FirstOrDefault(name => !benches.ContainsKey(name)) is { } unknown)
{
    await Console.Error.WriteLineAsync($"There is no bench '{unknown}'. There are: {string.Join(", ", benches.Keys)}.");
    return 2;
}

foreach (var name in wanted)
    foreach (var row in await benches[name](stop.Token))
        Console.WriteLine(JsonSerializer.Serialize(row, JsonSerializerOptions.Web));
return 0;
