using StreamPlatform.Domain.Search.Discovery;
using StreamPlatform.Functions.Processing;

namespace StreamPlatform.Functions.Search;

/// <summary>Every night: has the search indexes filled anew, for what no event tells of: likes, channels' names, and whatever was missed.</summary>
public sealed class RefreshIndex(TimeProvider clock)
{
    [Function(nameof(RefreshIndex))]
    public Task RunAsync([TimerTrigger("0 50 3 * * *")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken ct)
    {
        var start = RebuildProgress.Begin(SearchRebuild.At(clock.GetUtcNow()));
        return client.StartOnceAsync(SearchRebuild.Workflow, SearchRebuild.InstanceId(start.Generation), start, ct);
    }
}
