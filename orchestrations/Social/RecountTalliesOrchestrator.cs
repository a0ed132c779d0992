using StreamPlatform.Domain.Social.Marking;
using StreamPlatform.Orchestrations.Processing;

namespace StreamPlatform.Orchestrations.Social;

/// <summary>Counts again all that is counted, some subjects at a time. The custom status tells how far it is and what it set right.</summary>
public static class RecountTalliesOrchestrator
{
    /// <summary>Steps until it begins again where it is, so that its history stays short.</summary>
    private const int StepsAtOnce = 50;

    [Function(RecountProgress.Workflow)]
    public static async Task Run([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var input = context.GetInput<RecountProgress>()
            ?? throw new ArgumentException($"{RecountProgress.Workflow} needs a {nameof(RecountProgress)}.");
        for (var steps = 0; input.Next is { } step; steps++)
        {
            if (steps == StepsAtOnce)
            {
                context.ContinueAsNew(input);
                return;
            }

            input = input.After(await context.CallActivityAsync<RecountFound>(RecountStepActivity.Name, step, Retries.Patient));
            context.SetCustomStatus(input);
        }
    }
}
