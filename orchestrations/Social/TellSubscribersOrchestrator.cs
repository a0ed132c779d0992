using StreamPlatform.Domain.Social.Subscriptions;
using StreamPlatform.Orchestrations.Processing;

namespace StreamPlatform.Orchestrations.Social;

/// <summary>Tells all subscribers of a channel of its new video, some at a time.</summary>
public static class TellSubscribersOrchestrator
{
    /// <summary>Steps until it begins again where it is, so that its history stays short.</summary>
    private const int StepsAtOnce = 50;

    [Function(NewVideo.Workflow)]
    public static async Task Run([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var left = context.GetInput<NewVideo>()
            ?? throw new ArgumentException($"{NewVideo.Workflow} needs a {nameof(NewVideo)}.");
        for (var steps = 0; steps < StepsAtOnce; steps++)
        {
            if (await context.CallActivityAsync<NewVideo?>(TellSubscribersActivity.Name, left, Retries.Patient) is not { } rest)
            {
                return;
            }

            left = rest;
        }

        context.ContinueAsNew(left);
    }
}
