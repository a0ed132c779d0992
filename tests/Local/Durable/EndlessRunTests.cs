using StreamPlatform.Tests;

namespace StreamPlatform.Local.Tests.Durable;

[Collection(nameof(EndlessRunTests))]
public sealed class EndlessRunTests
{
    [Fact]
    public async Task Ten_thousand_rounds_leave_neither_history_nor_memory_behind()
    {
        long early = 0, late = 0;
        await using var engine = await new DurableEngineFixture()
            .Orchestrator("Round", async context =>
            {
                var round = context.GetInput<int>();
                if (round == 1000)
                    early = GC.GetTotalMemory(forceFullCollection: true);
                if (round == 10_000)
                {
                    late = GC.GetTotalMemory(forceFullCollection: true);
                    return round;
                }

                await Task.Yield();
                context.ContinueAsNew(round + 1);
                return 0;
            })
            .StartAsync();

        var done = await engine.RunAsync("Round", 0);

        Assert.Equal(10_000, done.ReadOutputAs<int>());
        Assert.Equal(2, (await engine.Engine.GetHistoryAsync(done.InstanceId)).Count);
        Assert.InRange(late - early, long.MinValue, 8_000_000);
    }
}

/// <summary>It measures the memory of the process: nothing may run beside it.</summary>
[CollectionDefinition(nameof(EndlessRunTests), DisableParallelization = true)]
public sealed class EndlessRunGroup;
