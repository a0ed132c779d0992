using StreamPlatform.Domain.Processing;
using StreamPlatform.Domain.Processing.Erasing;
using StreamPlatform.Orchestrations.Processing.Activities;

namespace StreamPlatform.Orchestrations.Processing;

/// <summary>Deletes an asset with everything it made: now, and again after the longest lease.</summary>
public static class EraseAssetOrchestrator
{
    [Function(Workflows.EraseAsset)]
    public static async Task Run([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var asset = context.GetInput<AssetErasure>()
            ?? throw new ArgumentException($"{Workflows.EraseAsset} needs an {nameof(AssetErasure)}.");
        var start = await context.CallActivityAsync<AssetErasureStart?>(BeginEraseAssetActivity.Name, asset, Retries.Patient);
        if (start is null)
        {
            return;
        }

        if (start.WorkflowId is not null)
        {
            context.SendEvent(start.WorkflowId, Workflows.Stop, "deleted");
        }

        if (start.ExtensionWorkflowId is not null)
        {
            context.SendEvent(start.ExtensionWorkflowId, Workflows.Stop, "deleted");
        }

        await context.CallActivityAsync(SweepAssetActivity.Name, asset, Retries.Patient);
        await context.CreateTimer(TimeSpan.FromSeconds(start.LeaseSeconds), CancellationToken.None);
        await context.CallActivityAsync(FinishEraseAssetActivity.Name, asset, Retries.Patient);
    }
}
