using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Processing;
using StreamPlatform.Domain.Processing.Erasing;
using StreamPlatform.Domain.Processing.Runs;
using StreamPlatform.Orchestrations.Processing.Activities;

namespace StreamPlatform.Orchestrations.Processing;

/// <summary>
/// One run of an asset, from its original to a published revision and, a lifetime later, to the end of what only that
/// needed. A run that is refused, cancelled, replaced or deleted erases what it made. Holds names and counts, never media.
/// </summary>
public static class ProcessAssetOrchestrator
{
    [Function(Workflows.ProcessAsset)]
    public static async Task Run([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var input = context.GetInput<ProcessingRun>()
            ?? throw new ArgumentException($"{Workflows.ProcessAsset} needs a {nameof(ProcessingRun)}.");
        var run = new RunRef(input.AssetId, input.Generation, context.InstanceId);
        var end = await MakeAsync(context, run, input.Reprocess);
        if (end is { Verdict: RunVerdict.Done, Published: { } published, Prepared: { } prepared })
        {
            context.SetCustomStatus(RunStatus.At(RunStage.Published));
            await RunEnding.RetireAsync(context, run, prepared, published);
            return;
        }

        if (end.Failure is { } failure)
        {
            context.SetCustomStatus(RunStatus.At(RunStage.Failed) with { FailureCode = failure.Code });
            await context.CallActivityAsync<RunVerdict>(FailRunActivity.Name, new FailRunInput(run, failure), Retries.Patient);
        }
        else
        {
            context.SetCustomStatus(RunStatus.At(RunStage.Stopped));
        }

        await RunEnding.EraseAsync(context, run);
    }

    private static async Task<RunEnd> MakeAsync(TaskOrchestrationContext context, RunRef run, bool reprocess)
    {
        try
        {
            context.SetCustomStatus(RunStatus.At(RunStage.Preparing));
            var prepared = await context.CallActivityAsync<PreparedRun>(
                PrepareRunActivity.Name, new PrepareRunInput(run, reprocess), Retries.Brisk);
            if (prepared is { Verdict: RunVerdict.Done, Question: not null })
            {
                prepared = await CostApprovals.WaitAsync(context, run, prepared);
            }

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
            var published = await context.CallActivityAsync<PublishedRun>(
                PublishRunActivity.Name, new RunInput(run, prepared.RunId!), Retries.Patient);
            return new RunEnd(published.Verdict, published.Failure, prepared, published);
        }
        catch (TaskFailedException)
        {
            // An infrastructure that stayed broken, or a bug: the activity's own failure is in the history.
            return new RunEnd(RunVerdict.Refused, RunEnding.Internal);
        }
    }
}
