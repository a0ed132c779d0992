using StreamPlatform.Domain.Social.Marking;
using StreamPlatform.Functions.Processing;

namespace StreamPlatform.Functions.Social;

/// <summary>Every night: has everything counted again that is counted, by a workflow a day.</summary>
public sealed class RecountTallies(TimeProvider clock)
{
    [Function(nameof(RecountTallies))]
    public Task RunAsync([TimerTrigger("0 20 2 * * *")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken ct) =>
        client.StartOnceAsync(RecountProgress.Workflow, $"recount-{clock.GetUtcNow():yyyyMMdd}", RecountProgress.Start, ct);
}
