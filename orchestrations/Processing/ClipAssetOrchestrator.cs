using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Processing;
using StreamPlatform.Domain.Processing.Clips;
using StreamPlatform.Domain.Processing.Runs;
using StreamPlatform.Orchestrations.Processing.Activities;

namespace StreamPlatform.Orchestrations.Processing;

/// <summary>Copies a clip's segments out of a published asset and publishes them as an asset of its own. Ends as a run of an original does.</summary>
public static class ClipAssetOrchestrator
{
    [Function(Workflows.ClipAsset)]
    public static async Task Run([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var input = context.GetInput<ClipRun>()
            ?? throw new ArgumentException($"{Workflows.ClipAsset} needs a {nameof(ClipRun)}.");
        var run = new RunRef(input.AssetId, ClipRun.Generation, context.InstanceId);
        var end = await MakeAsync(context, run, input);
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

    private static async Task<RunEnd> MakeAsync(TaskOrchestrationContext context, RunRef run, ClipRun input)
    {
        try
        {
            context.SetCustomStatus(RunStatus.At(RunStage.Preparing));
            var prepared = await context.CallActivityAsync<PreparedRun>(PrepareClipActivity.Name, input, Retries.Brisk);
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
                PublishClipActivity.Name, new RunInput(run, prepared.RunId!), Retries.Patient);
            return new RunEnd(published.Verdict, published.Failure, prepared, published);
        }
        catch (TaskFailedException)
        {
            return new RunEnd(RunVerdict.Refused, RunEnding.Internal);
        }
    }
}
