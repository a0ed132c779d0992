using StreamPlatform.Domain.Telemetry.Aggregates;

namespace StreamPlatform.Tests.Contracts.Telemetry;

/// <summary>Some of the schedules that the property test runs in memory, on a real adapter.</summary>
public abstract class EffectOnceContract
{
    /// <summary>A store with nothing in it.</summary>
    private protected abstract IAggregateShards NewShards();

    private protected abstract int Schedules { get; }

    [SkippableFact]
    public async Task Whatever_goes_wrong_the_aggregates_are_those_of_one_clean_pass()
    {
        for (var seed = 0; seed < Schedules; seed++)
        {
            var (schedule, clean, met) = (new Schedule(seed, sessions: 6), NewShards(), NewShards());
            await Schedule.CountCleanlyAsync(schedule.Told, clean);
            await schedule.RunAsync(met);
            Assert.Equal(await CountedState.OfAsync(clean), await CountedState.OfAsync(met));
        }
    }
}
