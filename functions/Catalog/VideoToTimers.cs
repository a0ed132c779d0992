using StreamPlatform.Domain.Catalog.Events;
using StreamPlatform.Domain.Catalog.Timers;
using StreamPlatform.Functions.Processing;

namespace StreamPlatform.Functions.Catalog;

/// <summary>Something happened to an asset: has the workflow wait that it needs, if it is to become public by itself.</summary>
public sealed class VideoToTimers(ReleaseAsset release)
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
    }
}
