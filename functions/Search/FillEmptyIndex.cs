using StreamPlatform.Domain.Search.Discovery;
using StreamPlatform.Functions.Processing;

namespace StreamPlatform.Functions.Search;

/// <summary>
/// At the start and every hour: has an index filled that never was, because it is new to an older catalog, was lost, or was
/// made anew for another definition. It is tried once a day.
/// </summary>
public sealed class FillEmptyIndex(IIndexGenerations generations, TimeProvider clock)
{
    [Function(nameof(FillEmptyIndex))]
    public async Task RunAsync(
        [TimerTrigger("0 20 * * * *", RunOnStartup = true)] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken ct)
    {
        if (await generations.IsFilledAsync(ct))
        {
            return;
        }

        var start = RebuildProgress.Begin(SearchRebuild.OfDay(clock.GetUtcNow()));
        await client.StartOnceAsync(SearchRebuild.Workflow, SearchRebuild.InstanceId(start.Generation), start, ct);
    }
}
