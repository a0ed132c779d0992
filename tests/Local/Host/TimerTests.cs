using StreamPlatform.Local.Host.Timers;
using StreamPlatform.Local.Model;

namespace StreamPlatform.Local.Tests.Host;

[Collection(AzuriteGroup.Name)]
public sealed class TimerTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private readonly TestHost _host = new(azurite, typeof(Functions));

    public Task InitializeAsync() => _host.StartAsync();

    public Task DisposeAsync() => _host.DisposeAsync().AsTask();

    [Fact]
    public async Task A_schedule_runs_again_and_again_and_keeps_its_status()
    {
        await Eventually.TrueAsync(() => _host.Seen.Values.Count(value => value.StartsWith("second", StringComparison.Ordinal)) >= 2, "it doesn't run");
        var status = await _host.Get<TimerStates>().ReadAsync("Second", "* * * * * *", CancellationToken.None);
        Assert.NotNull(status);
        Assert.True(status.Next > status.Last);
    }

    [Fact]
    public async Task A_function_that_asks_for_it_runs_at_the_start() =>
        await Eventually.TrueAsync(() => _host.Seen.Count("startup") == 1, "it doesn't run at the start");

    [Fact]
    public async Task An_occurrence_missed_while_the_host_was_down_is_caught_up_once()
    {
        Assert.DoesNotContain("yearly True", _host.Seen.Values);
        var schedule = NCrontab.CrontabSchedule.Parse("0 0 0 1 1 *", new() { IncludingSeconds = true }).ToString();
        var longAgo = new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        await Eventually.TrueAsync(async () => await _host.Get<TimerStates>().ReadAsync("Yearly", schedule, CancellationToken.None) is not null, "no status is kept");
        await _host.Get<TimerStates>().WriteAsync("Yearly", schedule, new ScheduleStatus { Last = longAgo, Next = longAgo.AddYears(1), LastUpdated = longAgo });
        await _host.RestartAsync();
        await Eventually.TrueAsync(() => _host.Seen.Count("yearly True") == 1, "it isn't caught up");
        await _host.RestartAsync();
        await Eventually.TrueAsync(() => _host.Seen.Count("startup") == 3, "the third start isn't done");
        Assert.Equal(1, _host.Seen.Count("yearly True"));
    }

    [Fact]
    public async Task A_failed_run_is_retried_as_the_function_asks()
    {
        var failures = 0;
        _host.Seen.React = value =>
        {
            if (value == "startup" && failures++ < 2)
                throw new InvalidOperationException("planned");
        };
        var before = _host.Seen.Count("startup");
        await _host.RestartAsync();
        await Eventually.TrueAsync(() => _host.Seen.Count("startup") >= before + 3, "it isn't retried");
    }

    public class Functions(Seen seen)
    {
        [Function("Second")]
        public Task Second([TimerTrigger("* * * * * *")] TimerInfo timer) => seen.AddAsync($"second {timer.IsPastDue}");

        [Function("Startup")]
        [ExponentialBackoffRetry(3, "00:00:00", "00:00:01")]
        public Task Startup([TimerTrigger("0 0 0 1 1 *", RunOnStartup = true, UseMonitor = false)] TimerInfo timer) => seen.AddAsync("startup");

        [Function("Yearly")]
        public Task Yearly([TimerTrigger("0 0 0 1 1 *")] TimerInfo timer) => seen.AddAsync($"yearly {timer.IsPastDue}");
    }
}
