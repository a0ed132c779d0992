using StreamPlatform.Domain.Processing.Moving;
using StreamPlatform.Orchestrations.Processing.Activities;

namespace StreamPlatform.Orchestrations.Processing;

/// <summary>Takes an asset, or a channel with all that is assigned to it, to another account, some at a time.</summary>
public static class MoveContentOrchestrator
{
    /// <summary>Steps until it begins again where it is, so that its history stays short.</summary>
    private const int StepsAtOnce = 50;

    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    [Function(ContentMove.Workflow)]
    public static async Task Run([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var left = context.GetInput<ContentMove>()
            ?? throw new ArgumentException($"{ContentMove.Workflow} needs a {nameof(ContentMove)}.");
        for (var steps = 0; steps < StepsAtOnce; steps++)
        {
            var step = await context.CallActivityAsync<MoveStep>(MoveContentActivity.Name, left, Retries.Patient);
            if (step.Next is not { } next)
            {
                return;
            }

            if (step.Wait)
            {
                await context.CreateTimer(Pause, CancellationToken.None);
            }

            left = next;
        }

        context.ContinueAsNew(left);
    }
}
