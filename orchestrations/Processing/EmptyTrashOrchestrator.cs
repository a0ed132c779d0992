using StreamPlatform.Domain.Processing;
using StreamPlatform.Domain.Processing.Erasing;
using StreamPlatform.Orchestrations.Processing.Activities;

namespace StreamPlatform.Orchestrations.Processing;

/// <summary>Waits until an asset's time in the trash is over, and erases it unless it was restored.</summary>
public static class EmptyTrashOrchestrator
{
    [Function(Workflows.EmptyTrash)]
    public static async Task Run([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var trashed = context.GetInput<TrashErasure>()
            ?? throw new ArgumentException($"{Workflows.EmptyTrash} needs a {nameof(TrashErasure)}.");
        if (trashed.Mark.EraseAt.UtcDateTime > context.CurrentUtcDateTime)
        {
            await context.CreateTimer(trashed.Mark.EraseAt.UtcDateTime, CancellationToken.None);
        }

        if (await context.CallActivityAsync<bool>(BeginEmptyTrashActivity.Name, trashed, Retries.Patient))
        {
            await context.CallSubOrchestratorAsync(Workflows.EraseAsset, new AssetErasure(trashed.AssetId));
        }
    }
}
