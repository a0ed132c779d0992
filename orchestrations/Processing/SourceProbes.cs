using StreamPlatform.Domain.Processing;
using StreamPlatform.Domain.Processing.Runs;

namespace StreamPlatform.Orchestrations.Processing;

/// <summary>
/// Waits for the job that looks into the original, where one does (<see cref="RunVerdict.Waiting"/>): asking again is also
/// what finds a marker whose event was lost, and what queues anew a request that was.
/// </summary>
internal static class SourceProbes
{
    /// <summary>Pauses grow up to this many times the shortest.</summary>
    private const double Slowest = 4;

    /// <param name="prepareAsync">Calls the activity that asks for the answer; it may be repeated.</param>
    public static async Task<PreparedRun> WaitAsync(TaskOrchestrationContext context, Func<Task<PreparedRun>> prepareAsync)
    {
        var began = context.CurrentUtcDateTime;
        var prepared = await prepareAsync();
        var interval = TimeSpan.FromSeconds(prepared.Options.SweepSeconds);
        for (var pause = interval; prepared.Verdict == RunVerdict.Waiting; pause = TimeSpan.FromTicks(Math.Min(2 * pause.Ticks, (long)(Slowest * interval.Ticks))))
        {
            if (context.CurrentUtcDateTime >= began.AddHours(prepared.Options.DeadlineHours))
            {
                return prepared with { Verdict = RunVerdict.Refused, Failure = RunItems.TimedOut };
            }

            await Nudges.WaitAsync(context, pause, Workflows.ItemFinished, Workflows.Stop);
            prepared = await prepareAsync();
        }

        return prepared;
    }
}
