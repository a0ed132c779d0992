using StreamPlatform.Domain.Processing;
using StreamPlatform.Domain.Processing.Clips;
using StreamPlatform.Domain.Processing.Runs;
using StreamPlatform.Orchestrations.Processing.Activities;

namespace StreamPlatform.Orchestrations.Processing;

/// <summary>Copies a clip's segments out of a published asset and publishes them as an asset of its own.</summary>
public static class ClipAssetOrchestrator
{
    [Function(Workflows.ClipAsset)]
    public static Task Run([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var input = context.GetInput<ClipRun>()
            ?? throw new ArgumentException($"{Workflows.ClipAsset} needs a {nameof(ClipRun)}.");
        return RunCourse.FollowAsync(
            context,
            new RunRef(input.AssetId, ClipRun.Generation, context.InstanceId),
            () => context.CallActivityAsync<PreparedRun>(PrepareClipActivity.Name, input, Retries.Brisk),
            PublishClipActivity.Name,
            FailRunActivity.Name);
    }
}
