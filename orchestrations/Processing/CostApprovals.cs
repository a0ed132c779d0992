using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Processing;
using StreamPlatform.Domain.Processing.Runs;
using StreamPlatform.Orchestrations.Processing.Activities;

namespace StreamPlatform.Orchestrations.Processing;

/// <summary>
/// Waits for the owner's yes to what a run is expected to cost. The asset tells whether it was given: events, which may come
/// twice, early or never, only say that it is time to look, and so does a timer that rings less and less often.
/// </summary>
internal static class CostApprovals
{
    private static readonly TimeSpan SlowestLook = TimeSpan.FromHours(6);

    private static readonly AssetFailure Expired = new(
        "processing.approval_expired", "Nobody approved what processing this file costs, and the wait is over. Process it again to be asked again.");

    /// <summary>The run, approved and begun; or how it ended instead.</summary>
    public static async Task<PreparedRun> WaitAsync(TaskOrchestrationContext context, RunRef run, PreparedRun prepared)
    {
        context.SetCustomStatus(RunStatus.At(RunStage.AwaitingApproval));
        var deadline = context.CurrentUtcDateTime.AddDays(prepared.Options.ApprovalDays);
        var pause = TimeSpan.FromSeconds(prepared.Options.SweepSeconds);
        while (true)
        {
            var left = deadline - context.CurrentUtcDateTime;
            await Nudges.WaitAsync(context, left < pause ? left : pause, Workflows.Approved, Workflows.Stop);
            var overdue = context.CurrentUtcDateTime >= deadline;
            var looked = await context.CallActivityAsync<PreparedRun>(PrepareRunActivity.Name, new PrepareRunInput(run, Reprocess: false), Retries.Brisk);
            if (looked.Verdict != RunVerdict.Done || looked.Question is null)
            {
                return looked;
            }

            if (overdue)
            {
                return looked with { Verdict = RunVerdict.Refused, Failure = Expired };
            }

            pause = TimeSpan.FromTicks(Math.Min(2 * pause.Ticks, SlowestLook.Ticks));
        }
    }
}
