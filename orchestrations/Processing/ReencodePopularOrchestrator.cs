using StreamPlatform.Domain.Processing;
using StreamPlatform.Domain.Processing.Economy;
using StreamPlatform.Orchestrations.Processing.Activities;

namespace StreamPlatform.Orchestrations.Processing;

/// <summary>
/// Takes how often titles are watched, and has those encoded better of which that pays: one step each, as extensions that
/// wait behind all other work. The custom status tells what was decided of each; the instance ends with the last of them.
/// </summary>
public static class ReencodePopularOrchestrator
{
    [Function(Workflows.ReencodePopular)]
    public static async Task Run([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var input = context.GetInput<PopularTitles>()
            ?? throw new ArgumentException($"{Workflows.ReencodePopular} needs {nameof(PopularTitles)}.");
        var decided = new List<EconomyDecision>();
        var running = new List<Task>();
        foreach (var title in input.Titles.DistinctBy(title => title.AssetId))
        {
            var decision = await context.CallActivityAsync<EconomyDecision>(WeighTitleActivity.Name, title, Retries.Brisk);
            decided.Add(decision);
            if (decision.Run is { } run)
            {
                running.Add(context.CallSubOrchestratorAsync(Workflows.ExtendAsset, run, new SubOrchestrationOptions(instanceId: run.InstanceId)));
            }
        }

        context.SetCustomStatus(new PopularStatus(decided));
        foreach (var extension in running)
        {
            try
            {
                await extension;
            }
            catch (TaskFailedException)
            {
                // Each tells its own asset; the others go on.
            }
        }
    }
}

/// <summary>What was decided, in the order of the titles.</summary>
public sealed record PopularStatus(IReadOnlyList<EconomyDecision> Decisions);
