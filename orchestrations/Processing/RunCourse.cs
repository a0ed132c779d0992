using StreamPlatform.Domain.Processing;
using StreamPlatform.Domain.Processing.Runs;
using StreamPlatform.Orchestrations.Processing.Activities;

namespace StreamPlatform.Orchestrations.Processing;

/// <summary>
/// The course of every run, whatever it makes: prepare, make the items, publish in one guarded write and, a lifetime later,
/// shed what only older revisions needed. A run that is refused, cancelled, replaced or deleted erases what it made. Holds
/// names and counts, never media.
/// </summary>
internal static class RunCourse
{
    /// <param name="prepareAsync">The run's items, or how it ended before it had any.</param>
    /// <param name="publish">Activity from <see cref="RunInput"/> to <see cref="PublishedRun"/>.</param>
    /// <param name="fail">Activity that tells the owner why nothing came of it, from <see cref="FailRunInput"/> to <see cref="RunVerdict"/>.</param>
    public static async Task FollowAsync(
        TaskOrchestrationContext context, RunRef run, Func<Task<PreparedRun>> prepareAsync, string publish, string fail)
    {
        var end = await MakeAsync(context, run, prepareAsync, publish);
        if (end is { Verdict: RunVerdict.Done, Published: { } published, Prepared: { } prepared })
        {
            context.SetCustomStatus(RunStatus.At(RunStage.Published));
            await RunEnding.RetireAsync(context, run, prepared, published);
            return;
        }

        if (end.Failure is { } failure)
        {
            context.SetCustomStatus(RunStatus.At(RunStage.Failed) with { FailureCode = failure.Code });
            await context.CallActivityAsync<RunVerdict>(fail, new FailRunInput(run, failure), Retries.Patient);
        }
        else
        {
            context.SetCustomStatus(RunStatus.At(RunStage.Stopped));
        }

        await RunEnding.EraseAsync(context, run);
    }

    private static async Task<RunEnd> MakeAsync(TaskOrchestrationContext context, RunRef run, Func<Task<PreparedRun>> prepareAsync, string publish)
    {
        try
        {
            context.SetCustomStatus(RunStatus.At(RunStage.Preparing));
            var prepared = await prepareAsync();
            if (prepared.Verdict != RunVerdict.Done)
            {
                return new RunEnd(prepared.Verdict, prepared.Failure);
            }

            var items = await new RunItems(context, run, prepared).WaitAsync();
            if (items.Verdict != RunVerdict.Done)
            {
                return items;
            }

            context.SetCustomStatus(RunStatus.At(RunStage.Packaging, prepared.Items.Count, prepared.Items.Count));
            var published = await context.CallActivityAsync<PublishedRun>(publish, new RunInput(run, prepared.RunId!), Retries.Patient);
            return new RunEnd(published.Verdict, published.Failure, prepared, published);
        }
        catch (TaskFailedException)
        {
            // An infrastructure that stayed broken, or a bug: the activity's own failure is in the history.
            return new RunEnd(RunVerdict.Refused, RunEnding.Internal);
        }
    }
}
