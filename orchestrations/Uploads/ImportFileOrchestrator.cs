using StreamPlatform.Domain.Uploads.Imports;

namespace StreamPlatform.Orchestrations.Uploads;

/// <summary>Fetches a file part by part, until it is there or can't be had. Where it stands is in its upload, so that a history which grows long is begun anew.</summary>
public static class ImportFileOrchestrator
{
    /// <summary>In one history: a few events each.</summary>
    private const int MostParts = 100;

    [Function(ImportRun.Workflow)]
    public static async Task Run([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var run = context.GetInput<ImportRun>()
            ?? throw new ArgumentException($"{ImportRun.Workflow} needs an {nameof(ImportRun)}.");
        for (var part = 0; part < MostParts; part++)
        {
            if ((await context.CallActivityAsync<ImportStep>(FetchPartActivity.Name, run, Processing.Retries.Patient)).PauseSeconds is not { } pause)
            {
                return;
            }

            if (pause > 0)
            {
                await context.CreateTimer(TimeSpan.FromSeconds(pause), CancellationToken.None);
            }
        }

        context.ContinueAsNew(run);
    }
}
