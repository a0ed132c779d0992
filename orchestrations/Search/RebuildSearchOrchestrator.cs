using StreamPlatform.Domain.Search.Discovery;
using StreamPlatform.Orchestrations.Processing;

namespace StreamPlatform.Orchestrations.Search;

/// <summary>
/// Fills a generation of the search index page by page, then has it answer. After a number of pages it goes on as a new leg, so
/// that its history stays short however large the catalog is. The custom status tells how far it is.
/// </summary>
public static class RebuildSearchOrchestrator
{
    private const int PagesOfLeg = 50;

    [Function(SearchRebuild.Workflow)]
    public static async Task Run([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var progress = context.GetInput<RebuildProgress>() ?? throw new ArgumentException($"{SearchRebuild.Workflow} needs {nameof(RebuildProgress)}.");
        context.SetCustomStatus(progress);
        if (progress.Assets == 0)
        {
            await context.CallActivityAsync(BeginSearchActivity.Name, progress.Generation, Retries.Patient);
        }

        for (var page = 0; page < PagesOfLeg; page++)
        {
            var filled = await context.CallActivityAsync<FilledPage?>(FillSearchActivity.Name, new FillRequest(progress.Generation, progress.Cursor), Retries.Patient);
            if (filled?.Cursor is not { } cursor)
            {
                var answers = filled is not null && await context.CallActivityAsync<bool>(SwitchSearchActivity.Name, progress.Generation, Retries.Patient);
                context.SetCustomStatus(progress with { Assets = progress.Assets + (filled?.Assets ?? 0), State = answers ? RebuildState.Done : RebuildState.Superseded });
                return;
            }

            progress = progress with { Cursor = cursor, Assets = progress.Assets + filled.Assets };
            context.SetCustomStatus(progress);
        }

        context.ContinueAsNew(progress);
    }
}
