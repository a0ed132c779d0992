using StreamPlatform.Domain.Processing;
using StreamPlatform.Domain.Processing.Runs;
using StreamPlatform.Orchestrations.Processing.Activities;

namespace StreamPlatform.Orchestrations.Processing;

/// <summary>One run of an asset, from its original to a published revision.</summary>
public static class ProcessAssetOrchestrator
{
    [Function(Workflows.ProcessAsset)]
    public static Task Run([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var input = context.GetInput<ProcessingRun>()
            ?? throw new ArgumentException($"{Workflows.ProcessAsset} needs a {nameof(ProcessingRun)}.");
        var run = new RunRef(input.AssetId, input.Generation, context.InstanceId);
        return RunCourse.FollowAsync(context, run, () => PrepareAsync(context, run, input.Reprocess), PublishRunActivity.Name, FailRunActivity.Name);
    }

    /// <summary>What costs more than its cap waits here for its owner's yes.</summary>
    private static async Task<PreparedRun> PrepareAsync(TaskOrchestrationContext context, RunRef run, bool reprocess)
    {
        var prepared = await SourceProbes.WaitAsync(
            context, () => context.CallActivityAsync<PreparedRun>(PrepareRunActivity.Name, new PrepareRunInput(run, reprocess), Retries.Brisk));
        return prepared is { Verdict: RunVerdict.Done, Question: not null } ? await CostApprovals.WaitAsync(context, run, prepared) : prepared;
    }
}
