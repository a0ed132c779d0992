using StreamPlatform.Domain.Processing;
using StreamPlatform.Domain.Processing.Extensions;
using StreamPlatform.Domain.Processing.Runs;
using StreamPlatform.Orchestrations.Processing.Activities;

namespace StreamPlatform.Orchestrations.Processing;

/// <summary>
/// Adds renditions to a published asset: makes only them, then publishes a revision that has them beside what was there.
/// One from which nothing comes leaves the asset as it is.
/// </summary>
public static class ExtendAssetOrchestrator
{
    [Function(Workflows.ExtendAsset)]
    public static Task Run([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var input = context.GetInput<ExtensionRun>()
            ?? throw new ArgumentException($"{Workflows.ExtendAsset} needs an {nameof(ExtensionRun)}.");
        return RunCourse.FollowAsync(
            context,
            new RunRef(input.AssetId, input.Generation, context.InstanceId),
            () => SourceProbes.WaitAsync(
                context, () => context.CallActivityAsync<PreparedRun>(PrepareExtensionActivity.Name, input, Retries.Brisk)),
            PublishExtensionActivity.Name,
            EndExtensionActivity.Name);
    }
}
