using StreamPlatform.Tests.Contracts.Telemetry;

namespace StreamPlatform.Domain.Tests.Telemetry.Aggregates;

public sealed class EffectOnceTests
{
    private const int Schedules = 10_000;

    [Fact]
    public async Task Whatever_goes_wrong_the_aggregates_are_those_of_one_clean_pass()
    {
        var troubles = 0;
        await Parallel.ForAsync(0, Schedules, async (seed, _) =>
        {
            var schedule = new Schedule(seed);
            var (clean, shards) = (await CleanAsync(schedule), new MemoryShards(1 << (seed % 7)));
            await schedule.RunAsync(shards);
            var met = await CountedState.OfAsync(shards);
            Interlocked.Add(ref troubles, schedule.Troubles);
            if (clean != met)
                Assert.Fail($"Schedule {seed}:\n{Difference(clean, met)}");
        });
        // They were no fair-weather schedules.
        Assert.InRange(troubles, 3 * Schedules, int.MaxValue);
    }

    /// <summary>A store without ETags is found out: these schedules would show it.</summary>
    [Fact]
    public async Task Where_the_last_writer_wins_they_are_not()
    {
        var wrong = 0;
        for (var seed = 0; seed < 300; seed++)
        {
            var schedule = new Schedule(seed);
            var (clean, shards) = (await CleanAsync(schedule), new MemoryShards(64) { ChecksETags = false });
            await schedule.RunAsync(shards);
            wrong += clean == await CountedState.OfAsync(shards) ? 0 : 1;
        }

        Assert.InRange(wrong, 1, 300);
    }

    private static async Task<string> CleanAsync(Schedule schedule)
    {
        var shards = new MemoryShards(1000);
        await Schedule.CountCleanlyAsync(schedule.Told, shards);
        return await CountedState.OfAsync(shards);
    }

    private static string Difference(string clean, string met) => string.Join(
        '\n',
        clean.Split('\n').Except(met.Split('\n')).Select(line => $"- {line}").Concat(met.Split('\n').Except(clean.Split('\n')).Select(line => $"+ {line}")));
}
