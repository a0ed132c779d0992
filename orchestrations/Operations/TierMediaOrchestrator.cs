using StreamPlatform.Domain.Operations.Tiers;
using StreamPlatform.Orchestrations.Processing;

namespace StreamPlatform.Orchestrations.Operations;

/// <summary>
/// Looks at the whole catalog, page by page, and moves media to the tiers that its views choose, or tells what it would move.
/// After a number of pages it goes on as a new leg. The custom status is the report so far.
/// </summary>
public static class TierMediaOrchestrator
{
    private const int PagesOfLeg = 50;

    [Function(TierSweep.Workflow)]
    public static async Task Run([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var sweep = context.GetInput<TierSweep>() ?? throw new ArgumentException($"{TierSweep.Workflow} needs {nameof(TierSweep)}.");
        context.SetCustomStatus(sweep);
        for (var page = 0; page < PagesOfLeg; page++)
        {
            var tiered = await context.CallActivityAsync<TieredPage>(TierCatalogActivity.Name, new TierCatalogInput(sweep.Moves, sweep.Cursor), Retries.Patient);
            sweep = sweep with { Cursor = tiered.Cursor, Report = sweep.Report.Plus(tiered.Report) };
            context.SetCustomStatus(sweep);
            if (tiered.Cursor is null)
            {
                return;
            }
        }

        context.ContinueAsNew(sweep);
    }
}
