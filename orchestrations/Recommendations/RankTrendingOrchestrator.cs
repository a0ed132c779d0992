using StreamPlatform.Domain.Recommendations.Trending;
using StreamPlatform.Orchestrations.Processing;

namespace StreamPlatform.Orchestrations.Recommendations;

/// <summary>Weighs what was watched in an hour, a part of the videos at a time, then makes the lists of what trends. The custom status tells how far it is.</summary>
public static class RankTrendingOrchestrator
{
    [Function(TrendProgress.Workflow)]
    public static async Task Run([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var progress = context.GetInput<TrendProgress>()
            ?? throw new ArgumentException($"{TrendProgress.Workflow} needs a {nameof(TrendProgress)}.");
        while (progress.Next() is { } step)
        {
            progress = progress.After(await context.CallActivityAsync<int>(WeighVideosActivity.Name, step, Retries.Patient));
            context.SetCustomStatus(progress);
        }

        context.SetCustomStatus(progress with { Lists = await context.CallActivityAsync<int>(PublishTrendingActivity.Name, progress.Hour, Retries.Patient) });
    }
}
