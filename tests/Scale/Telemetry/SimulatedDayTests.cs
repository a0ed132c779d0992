using Microsoft.Extensions.DependencyInjection;
using StreamPlatform.Bench.Telemetry.Day;
using StreamPlatform.Domain.Stores;
using StreamPlatform.Domain.Telemetry.Aggregates;
using StreamPlatform.Local.Stores;

namespace StreamPlatform.Scale.Tests.Telemetry;

/// <summary>The bench's day, smaller.</summary>
public sealed class SimulatedDayTests
{
    private static readonly DateTimeOffset Day = new(2026, 3, 14, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task What_is_counted_of_a_day_is_what_happened_whatever_liars_forgers_bots_replays_and_networks_do()
    {
        var plan = new DayPlan(Sessions: 4_000, Viewers: 1_700, Videos: 10) { Hammerers = 0.1 };
        var clock = new DayClock(Day);
        var folder = Directory.CreateTempSubdirectory("stream-day-");
        await using var services = new ServiceCollection().AddSingleton<TimeProvider>(clock).AddLocalStores(folder.FullName).BuildServiceProvider();
        var shards = services.GetRequiredService<IAggregateShards>();
        var run = new DayRun(plan, Day, clock, shards, services.GetRequiredService<IDocuments>(), new ForgetfulArchive());

        await run.RunAsync(new Progress<double>(), default);

        Assert.All(await DayReport.OfAsync(run.Truth, Day, shards, default), figure => Assert.True(figure.IsWithin, figure.ToString()));
        Assert.True(run.Ingested.Refused > 0, "No forged token was refused.");
        Assert.True(run.Truth.Whole.TooOften > 0, "Nobody watched too often.");
        await services.DisposeAsync();
        folder.Delete(recursive: true);
    }
}
