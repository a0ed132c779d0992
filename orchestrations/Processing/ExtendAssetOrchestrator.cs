using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Processing;
using StreamPlatform.Domain.Processing.Extensions;
using StreamPlatform.Domain.Processing.Runs;
using StreamPlatform.Orchestrations.Processing.Activities;

namespace StreamPlatform.Orchestrations.Processing;

/// <summary>
/// Adds renditions to a published asset: makes only them, then publishes a revision that has them beside what was there.
/// Ends as a run of an original does; one from which nothing comes leaves the asset as it is.
/// </summary>
public static class ExtendAssetOrchestrator
{
    [Function(Workflows.ExtendAsset)]
    public static async Task Run([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var input = context.GetInput<ExtensionRun>()
            ?? throw new ArgumentException($"{Workflows.ExtendAsset} needs an {nameof(ExtensionRun)}.");
        var run = new RunRef(input.AssetId, input.Generation, context.InstanceId);
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
            await context.CallActivityAsync<RunVerdict>(EndExtensionActivity.Name, new FailRunInput(run, failure), Retries.Patient);
        }
        else
        {
            context.SetCustomStatus(RunStatus.At(RunStage.Stopped));
        }

        await RunEnding.EraseAsync(context, run);
    }

    private static async Task<RunEnd> MakeAsync(TaskOrchestrationContext context, RunRef run, ExtensionRun input)
    {
        try
        {
            context.SetCustomStatus(RunStatus.At(RunStage.Preparing));
            var prepared = await context.CallActivityAsync<PreparedRun>(PrepareExtensionActivity.Name, input, Retries.Brisk);
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
                PublishExtensionActivity.Name, new RunInput(run, prepared.RunId!), Retries.Patient);
            return new RunEnd(published.Verdict, published.Failure, prepared, published);
        }
        catch (TaskFailedException)
        {
            return new RunEnd(RunVerdict.Refused, RunEnding.Internal);
        }
    }
}
