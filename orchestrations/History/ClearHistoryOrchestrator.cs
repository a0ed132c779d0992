using StreamPlatform.Domain.History;
using StreamPlatform.Orchestrations.Processing;

namespace StreamPlatform.Orchestrations.History;

/// <summary>Erases somebody's watch history, some at a time.</summary>
public static class ClearHistoryOrchestrator
{
    /// <summary>Steps until it begins again where it is, so that its history stays short.</summary>
    private const int StepsAtOnce = 50;

    [Function(HistoryClearing.Workflow)]
    public static async Task Run([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var clearing = context.GetInput<HistoryClearing>()
            ?? throw new ArgumentException($"{HistoryClearing.Workflow} needs a {nameof(HistoryClearing)}.");
        for (var steps = 0; steps < StepsAtOnce; steps++)
        {
            if (!await context.CallActivityAsync<bool>(ClearHistoryActivity.Name, clearing, Retries.Patient))
            {
                return;
            }
        }

        context.ContinueAsNew(clearing);
    }
}
