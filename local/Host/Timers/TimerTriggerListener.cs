using Microsoft.Extensions.Logging;
using StreamPlatform.Local.Host.Discovery;
using StreamPlatform.Local.Host.Invocation;
using StreamPlatform.Local.Host.Triggers;
using StreamPlatform.Local.Model;

namespace StreamPlatform.Local.Host.Timers;

/// <summary>
/// Runs a function on its schedule, in UTC, one run at a time: occurrences that fall into a run are skipped. A monitored
/// schedule that missed occurrences while the host was down runs once for all of them, marked as past due.
/// </summary>
internal sealed class TimerTriggerListener(
    FunctionEntry function, TimerFunctionTrigger trigger, FunctionRunner runner, TimerStates states, TimeProvider time,
    ILogger<TimerTriggerListener> logger) : ITriggerListener
{
    /// <summary>Longest wait in one piece: timers of a year's length aren't reliable, and clocks get set.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(10);

    private bool _started;

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    public override string ToString() => $"timer trigger of {function.Name}";

    public Task PrepareAsync(CancellationToken cancellation) => Task.CompletedTask;

    public async Task RunAsync(CancellationToken accepting)
    {
        var schedule = trigger.Schedule.ToString();
        var status = trigger.UseMonitor ? await states.ReadAsync(function.Name, schedule, accepting) : null;
        var missed = status is not null && status.Next <= Now;
        var onStartup = trigger.RunOnStartup && !_started;
        _started = true;
        if (missed || onStartup)
            status = await RunFunctionAsync(status, missed, accepting);
        else if (status is null && trigger.UseMonitor)
            status = await SaveAsync(default);

        while (true)
        {
            var due = status?.Next is { } next && next > Now ? next : trigger.Schedule.GetNextOccurrence(Now);
            while (due - Now is var wait && wait > TimeSpan.Zero)
                await Task.Delay(wait < LongestWait ? wait : LongestWait, time, accepting);
            accepting.ThrowIfCancellationRequested();
            status = await RunFunctionAsync(status, false, accepting);
        }
    }

    private async Task<ScheduleStatus?> RunFunctionAsync(ScheduleStatus? status, bool pastDue, CancellationToken accepting)
    {
        var began = Now;
        var info = new TimerInfo { ScheduleStatus = status, IsPastDue = pastDue };
        try
        {
            await runner.RunWithRetriesAsync(function, new Occasion(info, Occasion.Data()), time, accepting);
        }
        catch (Exception exception)
        {
            accepting.ThrowIfCancellationRequested();
            logger.TimerFailed(exception, function.Name);
        }

        return trigger.UseMonitor ? await SaveAsync(began) : null;
    }

    private async Task<ScheduleStatus> SaveAsync(DateTime last)
    {
        var status = new ScheduleStatus { Last = last, Next = trigger.Schedule.GetNextOccurrence(Now), LastUpdated = Now };
        await states.WriteAsync(function.Name, trigger.Schedule.ToString(), status);
        return status;
    }
}
