using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using StreamPlatform.Bench.Telemetry.Day;
using StreamPlatform.Domain.Stores;
using StreamPlatform.Domain.Telemetry.Aggregates;
using StreamPlatform.Local.Stores;

namespace StreamPlatform.Bench.Telemetry;

/// <summary>
/// A day of a million sessions, with what goes wrong in one: lost, late and doubled beacons, wrong clocks, players offline, bots, liars, made-up
/// tokens, replays, and viewers who watch the same again and again. Each row is what was counted, its baseline what truly happened.
/// </summary>
internal static class DayBench
{
    private static readonly DayPlan Plan = new(Sessions: 1_000_000, Viewers: 400_000, Videos: 5_000);

    public static async Task<IReadOnlyList<BenchRow>> RunAsync(CancellationToken ct)
    {
        var folder = Directory.CreateTempSubdirectory("stream-bench-").FullName;
        try
        {
            var (day, watch) = (new DateTimeOffset(2026, 3, 14, 0, 0, 0, TimeSpan.Zero), Stopwatch.StartNew());
            var clock = new DayClock(day);
            await using var services = new ServiceCollection().AddSingleton<TimeProvider>(clock).AddLocalStores(folder).BuildServiceProvider();
            var shards = services.GetRequiredService<IAggregateShards>();
            var run = new DayRun(Plan, day, clock, shards, services.GetRequiredService<IDocuments>(), new ForgetfulArchive());
            await run.RunAsync(new Reported(), ct);
            await Console.Error.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"{Plan.Sessions:N0} sessions: {run.Ingested.Accepted:N0} events accepted, {run.Ingested.Refused:N0} beacons refused, {watch.Elapsed.TotalSeconds:0} s"));
            var figures = await DayReport.OfAsync(run.Truth, day, shards, ct);
            foreach (var figure in figures)
            {
                await Console.Error.WriteLineAsync(string.Create(
                    CultureInfo.InvariantCulture, $"{figure.Name}: {figure.Simulated:0.####} simulated, {figure.Counted:0.####} counted, {figure.Deviation:+0.00%;-0.00%}, bound {figure.Bound:0.0%}"));
            }

            return figures.All(figure => figure.IsWithin)
                ? [.. figures.Select(figure => BenchRow.Against($"telemetry.day.{figure.Name}", figure.Counted, "counted", figure.Simulated))]
                : throw new InvalidOperationException("A figure is out of its bound.");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Tells of each hundredth.</summary>
    private sealed class Reported : IProgress<double>
    {
        private int _told;

        public void Report(double value)
        {
            if ((int)(value * 100) <= _told)
                return;
            _told = (int)(value * 100);
            Console.Error.Write($"\rsimulating: {_told} %{(_told == 100 ? "\n" : "")}");
        }
    }
}
