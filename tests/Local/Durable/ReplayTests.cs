using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using StreamPlatform.Local.Durable;
using StreamPlatform.Local.Model;
using StreamPlatform.Tests;

namespace StreamPlatform.Local.Tests.Durable;

public sealed class ReplayTests
{
    [Fact]
    public async Task An_instance_goes_on_where_it_was_when_the_process_died()
    {
        var runs = new ConcurrentBag<string>();
        await using var engine = await new DurableEngineFixture()
            .Orchestrator("Two", async context =>
            {
                var first = await context.CallActivityAsync<string>("Note", "first");
                await context.WaitForExternalEvent<int>("go");
                return first + await context.CallActivityAsync<string>("Note", "second");
            })
            .Activity<string, string>("Note", note =>
            {
                runs.Add(note);
                return note;
            })
            .StartAsync();
        var id = await engine.Client.ScheduleNewOrchestrationInstanceAsync("Two");
        await engine.UntilHistoryAsync(id, HistoryKind.TaskCompleted);

        await engine.CrashAndRestartAsync();
        await engine.Client.RaiseEventAsync(id, "go", 1);

        Assert.Equal("firstsecond", (await engine.WaitAsync(id)).ReadOutputAs<string>());
        Assert.Equal(["first", "second"], runs.Order());
    }

    [Fact]
    public async Task An_activity_that_was_running_when_the_process_died_is_run_again()
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var attempts = 0;
        await using var engine = await new DurableEngineFixture()
            .Orchestrator("One", context => context.CallActivityAsync<int>("Slow"))
            .Activity("Slow", async (_, stopping) =>
            {
                if (Interlocked.Increment(ref attempts) > 1)
                    return attempts;
                started.SetResult();
                await Task.Delay(Timeout.Infinite, stopping);
                return 0;
            })
            .StartAsync();
        var id = await engine.Client.ScheduleNewOrchestrationInstanceAsync("One");
        await started.Task;

        await engine.CrashAndRestartAsync();

        Assert.Equal(2, (await engine.WaitAsync(id)).ReadOutputAs<int>());
    }

    [Fact]
    public async Task Rebuilding_the_code_before_each_turn_changes_nothing()
    {
        static async Task<string> Code(TaskOrchestrationContext context)
        {
            var guids = new List<Guid> { context.NewGuid() };
            var times = new List<DateTime> { context.CurrentUtcDateTime };
            for (var i = 0; i < 5; i++)
            {
                var winner = await Task.WhenAny(
                    context.CallActivityAsync<int>("Echo", i), context.WaitForExternalEvent<int>("never"));
                await winner;
                await context.CreateTimer(TimeSpan.FromMilliseconds(1), CancellationToken.None);
                guids.Add(context.NewGuid());
                times.Add(context.CurrentUtcDateTime);
            }

            Assert.Equal(guids.Count, guids.Distinct().Count());
            Assert.Equal(times.Order(), times);
            return string.Join(",", await Task.WhenAll(Enumerable.Range(0, 10).Select(i => context.CallActivityAsync<int>("Echo", i))));
        }

        await using var engine = await new DurableEngineFixture(configure: o => o with { MaxLiveInstances = 0 })
            .Orchestrator("Mixed", Code)
            .Activity<int, int>("Echo", i => i)
            .StartAsync();

        Assert.Equal("0,1,2,3,4,5,6,7,8,9", (await engine.RunAsync("Mixed")).ReadOutputAs<string>());
    }

    [Theory]
    [InlineData("another activity", "'Draw'", "'Paint'")]
    [InlineData("nothing", "'Draw'", "did nothing more")]
    [InlineData("an end", "'Draw'", "returns")]
    [InlineData("a timer", "'Draw'", "created a timer")]
    public async Task A_changed_orchestrator_is_detected_and_named(string change, string then, string now)
    {
        await using var engine = await new DurableEngineFixture()
            .Orchestrator("Picture", async context =>
            {
                await context.CallActivityAsync("Draw");
                await context.WaitForExternalEvent<int>("go");
            })
            .Activity<object?, int>("Draw", _ => 1)
            .Activity<object?, int>("Paint", _ => 1)
            .StartAsync();
        var id = await engine.Client.ScheduleNewOrchestrationInstanceAsync("Picture");
        await engine.UntilHistoryAsync(id, HistoryKind.TaskCompleted);

        engine.Orchestrator("Picture", async context =>
        {
            if (change == "another activity")
                await context.CallActivityAsync("Paint");
            else if (change == "a timer")
                await context.CreateTimer(TimeSpan.FromDays(1), CancellationToken.None);
            if (change != "an end")
                await context.WaitForExternalEvent<int>("go");
        });
        await engine.CrashAndRestartAsync();
        await engine.Client.RaiseEventAsync(id, "go", 1);
        var failure = (await engine.WaitAsync(id)).FailureDetails!;

        Assert.Equal(typeof(NonDeterministicOrchestrationException).FullName, failure.ErrorType);
        Assert.Contains("'Picture'", failure.ErrorMessage, StringComparison.Ordinal);
        Assert.Contains(then, failure.ErrorMessage, StringComparison.Ordinal);
        Assert.Contains(now, failure.ErrorMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Awaiting_something_that_is_not_durable_fails_the_instance_instead_of_hanging_it()
    {
        await using var engine = await new DurableEngineFixture()
            .Orchestrator("Wrong", async _ => await new TaskCompletionSource().Task)
            .StartAsync();

        Assert.Contains("awaits something", (await engine.RunAsync("Wrong")).FailureDetails!.ErrorMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_replay_safe_logger_writes_each_line_once()
    {
        var lines = new LineLogger();
        await using var engine = await new DurableEngineFixture(
                configure: o => o with { MaxLiveInstances = 0 }, loggers: lines)
            .Orchestrator("Talk", async context =>
            {
                var log = context.CreateReplaySafeLogger("Talk");
                for (var i = 0; i < 3; i++)
                {
                    log.LogInformation("step {Step}", i);
                    await context.CallActivityAsync<int>("Echo", i);
                }
            })
            .Activity<int, int>("Echo", i => i)
            .StartAsync();

        await engine.RunAsync("Talk");

        Assert.Equal(["step 0", "step 1", "step 2"], lines.Of("Talk"));
    }

    [Fact]
    public async Task Work_that_takes_the_process_down_each_time_is_given_up()
    {
        var started = new SemaphoreSlim(0);
        await using var engine = await new DurableEngineFixture(configure: o => o with { MaxCrashes = 2 })
            .Orchestrator("Doomed", context => context.CallActivityAsync<int>("Crash"))
            .Activity("Crash", async (_, stopping) =>
            {
                started.Release();
                await Task.Delay(Timeout.Infinite, stopping);
                return null;
            })
            .StartAsync();
        var id = await engine.Client.ScheduleNewOrchestrationInstanceAsync("Doomed");

        for (var crash = 0; crash < 2; crash++)
        {
            await started.WaitAsync();
            await engine.CrashAndRestartAsync();
        }

        Assert.Contains("'Crash'", (await engine.WaitAsync(id)).FailureDetails!.ErrorMessage, StringComparison.Ordinal);
    }

    private sealed class LineLogger : ILoggerFactory
    {
        private readonly ConcurrentQueue<(string Category, string Line)> _lines = new();

        public IEnumerable<string> Of(string category) => _lines.Where(l => l.Category == category).Select(l => l.Line);

        public ILogger CreateLogger(string categoryName) => new Writer(categoryName, _lines);

        public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

        public void Dispose()
        {
        }

        private sealed class Writer(string category, ConcurrentQueue<(string Category, string Line)> lines) : ILogger
        {
            public IDisposable? BeginScope<TState>(TState state)
                where TState : notnull => null;

            public bool IsEnabled(LogLevel logLevel) => true;

            public void Log<TState>(
                LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
                lines.Enqueue((category, formatter(state, exception)));
        }
    }
}
