using System.Collections.Concurrent;
using Microsoft.Extensions.Time.Testing;
using StreamPlatform.Local.Durable;
using StreamPlatform.Local.Model;
using StreamPlatform.Tests;

namespace StreamPlatform.Local.Tests.Durable;

public sealed class TimerTests
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task A_timer_fires_after_a_restart_that_happened_while_it_ran()
    {
        await using var engine = await new DurableEngineFixture(_time)
            .Orchestrator("Sleep", async context =>
            {
                var before = context.CurrentUtcDateTime;
                await context.CreateTimer(TimeSpan.FromHours(24), CancellationToken.None);
                return context.CurrentUtcDateTime - before;
            })
            .StartAsync();
        var id = await engine.Client.ScheduleNewOrchestrationInstanceAsync("Sleep");
        await engine.UntilHistoryAsync(id, HistoryKind.TimerCreated);

        await engine.CrashAsync();
        _time.Advance(TimeSpan.FromHours(30));
        await engine.StartAsync();

        Assert.Equal(TimeSpan.FromHours(30), (await engine.WaitAsync(id)).ReadOutputAs<TimeSpan>());
    }

    [Fact]
    public async Task A_cancelled_timer_is_gone()
    {
        await using var engine = await new DurableEngineFixture(_time)
            .Orchestrator("Race", async context =>
            {
                using var stop = new CancellationTokenSource();
                var timer = context.CreateTimer(TimeSpan.FromHours(1), stop.Token);
                await context.CallActivityAsync<int>("Echo", 1);
                stop.Cancel();
                await Assert.ThrowsAnyAsync<OperationCanceledException>(() => timer);
                return await context.WaitForExternalEvent<int>("go");
            })
            .Activity<int, int>("Echo", i => i)
            .StartAsync();
        var id = await engine.Client.ScheduleNewOrchestrationInstanceAsync("Race");
        await engine.UntilHistoryAsync(id, HistoryKind.TaskCompleted);

        await engine.CrashAndRestartAsync();
        _time.Advance(TimeSpan.FromHours(2));
        await engine.Client.RaiseEventAsync(id, "go", 7);
        await engine.WaitAsync(id);

        Assert.DoesNotContain(await engine.Engine.GetHistoryAsync(id), e => e.Kind == HistoryKind.TimerFired);
    }

    [Fact]
    public async Task A_failed_activity_is_retried_with_back_off_until_it_works()
    {
        var attempts = new ConcurrentQueue<TimeSpan>();
        var begin = _time.GetUtcNow();
        await using var engine = await new DurableEngineFixture(_time)
            .Orchestrator("Retry", context => context.CallActivityAsync<string>(
                "Flaky",
                null,
                TaskOptions.FromRetryPolicy(new RetryPolicy(5, TimeSpan.FromSeconds(1), 2, TimeSpan.FromSeconds(3)))))
            .Activity<object?, string>("Flaky", _ =>
            {
                attempts.Enqueue(_time.GetUtcNow() - begin);
                return attempts.Count < 5 ? throw new IOException("again") : "worked";
            })
            .StartAsync();
        var id = await engine.Client.ScheduleNewOrchestrationInstanceAsync("Retry");

        var waits = new[] { 1, 2, 3, 3 };
        for (var i = 0; i < waits.Length; i++)
        {
            await engine.UntilHistoryAsync(id, HistoryKind.TimerCreated, i + 1);
            _time.Advance(TimeSpan.FromSeconds(waits[i]));
        }

        Assert.Equal("worked", (await engine.WaitAsync(id)).ReadOutputAs<string>());
        Assert.Equal([0, 1, 3, 6, 9], attempts.Select(a => a.TotalSeconds));
    }

    [Fact]
    public async Task Retries_end_at_their_limit_with_the_last_failure()
    {
        var attempts = 0;
        await using var engine = await new DurableEngineFixture(_time)
            .Orchestrator("Retry", context => context.CallActivityAsync(
                "Broken", null, TaskOptions.FromRetryPolicy(new RetryPolicy(2, TimeSpan.FromSeconds(1)))))
            .Activity("Broken", (_, _) => throw new IOException($"attempt {Interlocked.Increment(ref attempts)}"))
            .StartAsync();
        var id = await engine.Client.ScheduleNewOrchestrationInstanceAsync("Retry");
        await engine.UntilHistoryAsync(id, HistoryKind.TimerCreated);
        _time.Advance(TimeSpan.FromSeconds(1));

        Assert.EndsWith("attempt 2", (await engine.WaitAsync(id)).FailureDetails!.ErrorMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_retry_handler_decides_by_the_failure()
    {
        var attempts = 0;
        await using var engine = await new DurableEngineFixture(_time)
            .Orchestrator("Retry", context => context.CallSubOrchestratorAsync<int>(
                "Child",
                null,
                TaskOptions.FromRetryHandler(retry =>
                    retry.LastAttemptNumber < 10 && retry.LastFailure.IsCausedBy<IOException>())))
            .Orchestrator("Child", context => context.CallActivityAsync<int>("Flaky"))
            .Activity<object?, int>("Flaky", _ => ++attempts < 4 ? throw new IOException() : attempts)
            .StartAsync();

        // The child fails with TaskFailedException, which is no IOException: no retry.
        Assert.Equal(OrchestrationRuntimeStatus.Failed, (await engine.RunAsync("Retry")).RuntimeStatus);
        Assert.Equal(1, attempts);
    }

    [Fact]
    public async Task An_instance_with_a_start_time_waits_for_it_also_across_a_restart()
    {
        await using var engine = await new DurableEngineFixture(_time)
            .Orchestrator("Now", context => Task.FromResult(context.CurrentUtcDateTime))
            .StartAsync();
        var at = _time.GetUtcNow().AddHours(1);
        var id = await engine.Client.ScheduleNewOrchestrationInstanceAsync("Now", new StartOrchestrationOptions("later", at));
        await engine.CrashAndRestartAsync();

        Assert.Equal(OrchestrationRuntimeStatus.Pending, (await engine.Client.GetInstanceAsync(id))!.RuntimeStatus);
        _time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(at.UtcDateTime, (await engine.WaitAsync(id)).ReadOutputAs<DateTime>());
    }
}
