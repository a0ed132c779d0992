using StreamPlatform.Local.Durable;
using StreamPlatform.Local.Model;
using StreamPlatform.Tests;

namespace StreamPlatform.Local.Tests.Durable;

public sealed class ContinueAsNewTests
{
    [Theory]
    [InlineData(true, "2,3")]
    [InlineData(false, "")]
    public async Task Events_not_consumed_go_on_to_the_next_round_unless_they_are_not_to(bool preserve, string expected)
    {
        await using var engine = await new DurableEngineFixture()
            .Orchestrator("Collect", async context =>
            {
                if (context.GetInput<int>() == 0)
                {
                    await context.WaitForExternalEvent<int>("go");
                    await context.WaitForExternalEvent<int>("item");
                    context.ContinueAsNew(1, preserve);
                    return "";
                }

                var items = new List<int>();
                while (await context.WaitForExternalEvent<int>("item") is var item and < 9)
                    items.Add(item);
                return string.Join(",", items);
            })
            .StartAsync();
        var id = await engine.Client.ScheduleNewOrchestrationInstanceAsync("Collect", 0);
        for (var i = 1; i <= 3; i++)
            await engine.Client.RaiseEventAsync(id, "item", i);
        await engine.UntilHistoryAsync(id, HistoryKind.EventRaised, 3);
        await engine.CrashAndRestartAsync();
        await engine.Client.RaiseEventAsync(id, "go", 0);
        await engine.UntilHistoryAsync(id, HistoryKind.ExecutionStarted);
        while ((await engine.Client.GetInstanceAsync(id, getInputsAndOutputs: true))!.ReadInputAs<int>() == 0)
            await Task.Yield();
        await engine.Client.RaiseEventAsync(id, "item", 9);

        Assert.Equal(expected, (await engine.WaitAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task Results_of_a_former_round_are_not_taken_for_answers()
    {
        var release = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var engine = await new DurableEngineFixture()
            .Orchestrator("Round", async context =>
            {
                if (context.GetInput<int>() == 1)
                    return await context.WaitForExternalEvent<string>("go");
                _ = context.CallActivityAsync<string>("Slow");
                context.ContinueAsNew(1);
                return "";
            })
            .Activity<object?, string>("Slow", async _ =>
            {
                await release.Task;
                return "stale";
            })
            .StartAsync();
        var id = await engine.Client.ScheduleNewOrchestrationInstanceAsync("Round", 0);
        release.SetResult();
        await engine.Client.RaiseEventAsync(id, "go", "fresh");

        Assert.Equal("fresh", (await engine.WaitAsync(id)).ReadOutputAs<string>());
    }
}
