using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using StreamPlatform.Functions.Operations;
using StreamPlatform.Local.Model;
using StreamPlatform.Tests;

namespace StreamPlatform.Orchestrations.Tests.Operations;

public sealed class PurgeWorkflowsTests
{
    [Fact]
    public async Task What_ended_is_forgotten_after_thirty_days_and_what_runs_is_not()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UnixEpoch.AddYears(50));
        await using var engine = await new DurableEngineFixture(clock)
            .Orchestrator("Quick", context => Task.FromResult(1))
            .Orchestrator("Patient", context => context.WaitForExternalEvent<int>("go"))
            .StartAsync();
        await engine.RunAsync("Quick", id: "quick");
        await engine.Client.ScheduleNewOrchestrationInstanceAsync("Patient", null, new StartOrchestrationOptions("patient"));
        var purge = new PurgeWorkflows(clock, NullLogger<PurgeWorkflows>.Instance);

        clock.Advance(TimeSpan.FromDays(29));
        await purge.RunAsync(null!, engine.Client, default);
        Assert.NotNull(await engine.Client.GetInstanceAsync("quick"));

        clock.Advance(TimeSpan.FromDays(1));
        await purge.RunAsync(null!, engine.Client, default);
        Assert.Null(await engine.Client.GetInstanceAsync("quick"));
        Assert.NotNull(await engine.Client.GetInstanceAsync("patient"));
    }
}
