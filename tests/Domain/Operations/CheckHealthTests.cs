using System.Collections.Concurrent;
using Microsoft.Extensions.Time.Testing;
using StreamPlatform.Domain.Operations;

namespace StreamPlatform.Domain.Tests.Operations;

public sealed class CheckHealthTests
{
    private readonly FakeTimeProvider _clock = new();
    private readonly ConcurrentQueue<DependencyHealth> _down = [];

    [Fact]
    public async Task All_that_answer_are_healthy()
    {
        var report = await Check(Up("catalog", true), Up("queue", false)).ExecuteAsync(default);

        Assert.Equal(HealthState.Healthy, report.State);
        Assert.Equal(["catalog", "queue"], report.Dependencies.Select(dependency => dependency.Name));
        Assert.All(report.Dependencies, dependency => Assert.True(dependency is { IsUp: true, Reason: null }));
    }

    [Theory]
    [InlineData(false, HealthState.Degraded)]
    [InlineData(true, HealthState.Unhealthy)]
    public async Task One_that_fails_takes_along_only_those_who_need_it(bool viewersNeedIt, HealthState state)
    {
        var report = await Check(Up("catalog", true), new HealthProbe("other", viewersNeedIt, _ => throw new InvalidOperationException("gone"))).ExecuteAsync(default);

        Assert.Equal(state, report.State);
        var down = Assert.Single(report.Dependencies, dependency => !dependency.IsUp);
        Assert.Equal(("other", "InvalidOperationException: gone"), (down.Name, down.Reason));
    }

    [Fact]
    public async Task What_works_and_yet_needs_an_operator_is_told_with_its_reason()
    {
        var check = new CheckHealth([Up("catalog", true)], _clock, _down.Enqueue, [new Sign(() => [new HealthConcern("queue.old", "Work waits.")]), new Sign(() => [])]);

        var report = await check.ExecuteAsync(default);

        Assert.Equal((HealthState.Degraded, "Work waits."), (report.State, Assert.Single(report.Concerns).Reason));
        Assert.Empty(_down);
    }

    [Fact]
    public async Task Something_that_can_not_tell_is_no_concern_of_its_own()
    {
        var check = new CheckHealth([Up("catalog", true)], _clock, _down.Enqueue, [new Sign(() => throw new InvalidOperationException("gone"))]);

        Assert.Equal(HealthState.Healthy, (await check.ExecuteAsync(default)).State);
    }

    [Fact]
    public async Task One_that_never_answers_is_down_after_a_while_and_the_others_are_not()
    {
        var (asked, answered) = (new TaskCompletionSource(), new TaskCompletionSource());
        var silent = new HealthProbe("silent", true, _ =>
        {
            asked.SetResult();
            return new TaskCompletionSource().Task;
        });
        var catalog = new HealthProbe("catalog", true, _ =>
        {
            answered.SetResult();
            return Task.CompletedTask;
        });

        var checking = Check(silent, catalog).ExecuteAsync(default);
        await Task.WhenAll(asked.Task, answered.Task);
        while (!checking.IsCompleted)
        {
            // In small steps: on a busy machine it takes moments until an answer that was given is noted.
            _clock.Advance(CheckHealth.Patience / 1000);
            await Task.Yield();
        }

        Assert.Equal("silent", Assert.Single((await checking).Dependencies, dependency => !dependency.IsUp).Name);
    }

    [Fact]
    public async Task However_often_it_is_asked_for_dependencies_are_asked_every_few_seconds()
    {
        var asked = 0;
        var check = Check(new HealthProbe("counted", true, _ => throw new InvalidOperationException($"{Interlocked.Increment(ref asked)}")));
        for (var i = 0; i < 10; i++)
            await check.ExecuteAsync(default);
        Assert.Equal(1, asked);

        _clock.Advance(CheckHealth.KeptFor);
        await check.ExecuteAsync(default);
        Assert.Equal(2, asked);
        Assert.Equal(2, _down.Count); // whoever asks can't fill the log either
    }

    private static HealthProbe Up(string name, bool viewersNeedIt) => new(name, viewersNeedIt, _ => Task.CompletedTask);

    private CheckHealth Check(params HealthProbe[] probes) => new(probes, _clock, _down.Enqueue);

    private sealed class Sign(Func<IReadOnlyList<HealthConcern>> look) : IHealthSign
    {
        public Task<IReadOnlyList<HealthConcern>> LookAsync(CancellationToken ct) => Task.FromResult(look());
    }
}
