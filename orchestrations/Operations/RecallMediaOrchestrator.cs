using StreamPlatform.Domain.Operations.Tiers;
using StreamPlatform.Orchestrations.Processing;

namespace StreamPlatform.Orchestrations.Operations;

/// <summary>Asks for a video's media out of the archive, and looks now and then until all of it is back.</summary>
public static class RecallMediaOrchestrator
{
    /// <summary>Hours pass anyway.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(20);

    private const int LooksOfLeg = 50;

    [Function(MediaRecall.Workflow)]
    public static async Task Run([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var recall = context.GetInput<MediaRecall>() ?? throw new ArgumentException($"{MediaRecall.Workflow} needs {nameof(MediaRecall)}.");
        for (var look = 0; look < LooksOfLeg; look++)
        {
            if (await context.CallActivityAsync<bool>(BringBackMediaActivity.Name, recall.AssetId, Retries.Patient))
            {
                return;
            }

            await context.CreateTimer(Pause, CancellationToken.None);
        }

        context.ContinueAsNew(recall);
    }
}
