using StreamPlatform.Domain.Recommendations.Trending;
using StreamPlatform.Functions.Processing;

namespace StreamPlatform.Functions.Recommendations;

/// <summary>Every hour, after its views are judged: has the lists of what trends made anew, by a workflow an hour.</summary>
public sealed class RefreshTrending(TimeProvider clock)
{
    [Function(nameof(RefreshTrending))]
    public Task RunAsync([TimerTrigger("0 25 * * * *")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken ct)
    {
        var hour = DateTimeOffset.FromUnixTimeSeconds(((clock.GetUtcNow().ToUnixTimeSeconds() / 3600) - 1) * 3600);
        return client.StartOnceAsync(TrendProgress.Workflow, $"trending-{hour:yyyyMMddHH}", new TrendProgress(hour), ct);
    }
}
