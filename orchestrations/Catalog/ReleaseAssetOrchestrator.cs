using StreamPlatform.Domain.Catalog.Timers;
using StreamPlatform.Orchestrations.Processing;

namespace StreamPlatform.Orchestrations.Catalog;

/// <summary>Waits for the moment for which an asset is scheduled, and makes it public.</summary>
public static class ReleaseAssetOrchestrator
{
    [Function(ScheduledRelease.Workflow)]
    public static async Task Run([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var release = context.GetInput<ScheduledRelease>()
            ?? throw new ArgumentException($"{ScheduledRelease.Workflow} needs a {nameof(ScheduledRelease)}.");
        if (release.At.UtcDateTime > context.CurrentUtcDateTime)
        {
            await context.CreateTimer(release.At.UtcDateTime, CancellationToken.None);
        }

        await context.CallActivityAsync(ReleaseAssetActivity.Name, release, Retries.Patient);
    }
}
