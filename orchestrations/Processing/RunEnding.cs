using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Processing;
using StreamPlatform.Domain.Processing.Erasing;
using StreamPlatform.Domain.Processing.Runs;
using StreamPlatform.Orchestrations.Processing.Activities;

namespace StreamPlatform.Orchestrations.Processing;

/// <summary>What comes after a run: a published one sheds what only it needed, any other is erased.</summary>
internal static class RunEnding
{
    public static readonly AssetFailure Internal = new(
        "processing.internal",
        "Something went wrong on our side while this file was processed. Process it again; if it fails again, tell the operator.");

    public static async Task RetireAsync(
        TaskOrchestrationContext context, RunRef run, PreparedRun prepared, PublishedRun published)
    {
        try
        {
            var lifetime = TimeSpan.FromHours(prepared.Options.SupersededLifetimeHours);
            await context.WaitForExternalEvent<object?>(Workflows.Stop, lifetime);

            // Only a deletion stops a run that is published, and it erases everything itself.
            return;
        }
        catch (TaskCanceledException)
        {
            // The lifetime is over.
        }

        await context.CallActivityAsync(RetireRunActivity.Name, new RunInput(run, prepared.RunId!), Retries.Patient);
        foreach (var superseded in published.Superseded)
        {
            await context.CallSubOrchestratorAsync(
                Workflows.EraseRun, new RunErasure(run.AssetId, superseded, prepared.Options.LeaseSeconds, IsSuperseded: true));
        }
    }

    public static async Task EraseAsync(TaskOrchestrationContext context, RunRef run)
    {
        var left = await context.CallActivityAsync<LeftRuns>(FindLeftRunsActivity.Name, run, Retries.Patient);
        foreach (var runId in left.RunIds)
        {
            await context.CallSubOrchestratorAsync(
                Workflows.EraseRun, new RunErasure(run.AssetId, runId, left.LeaseSeconds));
        }
    }
}
