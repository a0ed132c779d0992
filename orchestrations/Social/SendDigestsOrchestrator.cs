using StreamPlatform.Domain.Social.Digests;
using StreamPlatform.Orchestrations.Processing;

namespace StreamPlatform.Orchestrations.Social;

/// <summary>Sends a day's letters, some at a time. The custom status tells how many.</summary>
public static class SendDigestsOrchestrator
{
    /// <summary>Steps until it begins again where it is, so that its history stays short.</summary>
    private const int StepsAtOnce = 50;

    [Function(DigestProgress.Workflow)]
    public static async Task Run([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var progress = context.GetInput<DigestProgress>()
            ?? throw new ArgumentException($"{DigestProgress.Workflow} needs a {nameof(DigestProgress)}.");
        for (var steps = 0; !progress.IsDone; steps++)
        {
            if (steps == StepsAtOnce)
            {
                context.ContinueAsNew(progress);
                return;
            }

            progress = await context.CallActivityAsync<DigestProgress>(SendDigestsActivity.Name, progress, Retries.Patient);
            context.SetCustomStatus(progress);
        }
    }
}
