using Microsoft.Extensions.Time.Testing;
using StreamPlatform.Local.Durable;
using StreamPlatform.Local.Model;
using StreamPlatform.Tests;

namespace StreamPlatform.Local.Tests.Durable;

public sealed class EventTests
{
    [Fact]
    public async Task Events_that_come_before_the_wait_are_kept_in_order_and_survive_a_crash()
    {
        await using var engine = await new DurableEngineFixture()
            .Orchestrator("Collect", async context =>
            {
                await context.WaitForExternalEvent<int>("go");
                var items = new List<int>();
                for (var i = 0; i < 3; i++)
                    items.Add(await context.WaitForExternalEvent<int>("ITEM"));
                return items;
            })
            .StartAsync();
        var id = await engine.Client.ScheduleNewOrchestrationInstanceAsync("Collect");
        for (var i = 1; i <= 2; i++)
            await engine.Client.RaiseEventAsync(id, "item", i);
        await engine.CrashAndRestartAsync();
        await engine.Client.RaiseEventAsync(id, "go", 0);
        await engine.Client.RaiseEventAsync(id, "item", 3);

        Assert.Equal([1, 2, 3], (await engine.WaitAsync(id)).ReadOutputAs<List<int>>());
    }

    [Fact]
    public async Task A_wait_that_times_out_is_cancelled_and_a_later_event_is_kept_for_the_next()
    {
        var time = new FakeTimeProvider();
        await using var engine = await new DurableEngineFixture(time)
            .Orchestrator("Patience", async context =>
            {
                try
                {
                    return await context.WaitForExternalEvent<string>("word", TimeSpan.FromMinutes(1));
                }
                catch (TaskCanceledException)
                {
                    return "late: " + await context.WaitForExternalEvent<string>("word", TimeSpan.FromMinutes(1));
                }
            })
            .StartAsync();
        var id = await engine.Client.ScheduleNewOrchestrationInstanceAsync("Patience");
        await engine.UntilHistoryAsync(id, HistoryKind.TimerCreated);
        time.Advance(TimeSpan.FromMinutes(1));
        await engine.UntilHistoryAsync(id, HistoryKind.TimerCreated, 2);
        await engine.Client.RaiseEventAsync(id, "word", "hello");

        Assert.Equal("late: hello", (await engine.WaitAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task Events_for_instances_that_do_not_exist_or_have_finished_are_dropped()
    {
        await using var engine = await new DurableEngineFixture()
            .Orchestrator("Done", _ => Task.CompletedTask)
            .StartAsync();
        var done = await engine.RunAsync("Done");

        await engine.Client.RaiseEventAsync(done.InstanceId, "late", 1);
        await engine.Client.RaiseEventAsync("nobody", "late", 1);

        Assert.Null(await engine.Client.GetInstanceAsync("nobody"));
    }

    [Fact]
    public async Task A_thousand_events_raised_at_once_all_arrive()
    {
        await using var engine = await new DurableEngineFixture()
            .Orchestrator("Count", async context =>
            {
                var sum = 0;
                for (var i = 0; i < 1000; i++)
                    sum += await context.WaitForExternalEvent<int>("add");
                return sum;
            })
            .StartAsync();
        var id = await engine.Client.ScheduleNewOrchestrationInstanceAsync("Count");
        await Task.WhenAll(Enumerable.Range(0, 1000).Select(i => engine.Client.RaiseEventAsync(id, "add", i)));

        Assert.Equal(499_500, (await engine.WaitAsync(id)).ReadOutputAs<int>());
    }
}
