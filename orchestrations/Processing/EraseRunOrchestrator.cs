using StreamPlatform.Domain.Processing;
using StreamPlatform.Orchestrations.Processing.Activities;

namespace StreamPlatform.Orchestrations.Processing;

/// <summary>Erases what one run made: its jobs are stopped, what is there goes, and after the longest lease what was still written.</summary>
public static class EraseRunOrchestrator
{
    [Function(Workflows.EraseRun)]
    public static async Task Run([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var run = context.GetInput<RunErasure>()
            ?? throw new ArgumentException($"{Workflows.EraseRun} needs a {nameof(RunErasure)}.");
        if (await context.CallActivityAsync<bool>(BeginEraseRunActivity.Name, run, Retries.Patient))
        {
            await context.CreateTimer(TimeSpan.FromSeconds(run.WaitSeconds), CancellationToken.None);
            await context.CallActivityAsync(FinishEraseRunActivity.Name, run, Retries.Patient);
        }
    }
}
