using StreamPlatform.Domain.Catalog.Events;
using StreamPlatform.Domain.Catalog.Timers;
using StreamPlatform.Domain.Operations.Tiers;
using StreamPlatform.Functions.Processing;

namespace StreamPlatform.Functions.Catalog;

/// <summary>Something happened to an asset: has the workflow wait that it needs, if it is to become public by itself or comes out of the archive.</summary>
public sealed class VideoToTimers(ReleaseAsset release, RecallMedia recall)
{
    [Function(nameof(VideoToTimers))]
    public async Task RunAsync(
        [ServiceBusTrigger("video-events", "timers", IsSessionsEnabled = true, Connection = "ServiceBus")] VideoEvent happened,
        [DurableClient] DurableTaskClient client,
        CancellationToken ct)
    {
        if (await release.FindAsync(happened.AssetId, ct) is { } scheduled)
        {
            await client.StartOnceAsync(ScheduledRelease.Workflow, scheduled.InstanceId(), scheduled, ct);
        }

        if (await recall.FindAsync(happened.AssetId, ct) is { } recalled)
        {
            await client.StartOnceAsync(MediaRecall.Workflow, recalled.InstanceId(), recalled, ct);
        }
    }
}
