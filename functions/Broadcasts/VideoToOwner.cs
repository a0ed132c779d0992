using StreamPlatform.Domain.Broadcasts;
using StreamPlatform.Domain.Catalog.Events;
using StreamPlatform.Domain.Social.Subscriptions;
using StreamPlatform.Functions.Processing;

namespace StreamPlatform.Functions.Broadcasts;

/// <summary>Tells an asset's owner, wherever they listen, what happened to it, and has its channel's subscribers told of what is new.</summary>
public sealed class VideoToOwner(OwnerBroadcasts broadcasts, TellSubscribers tell)
{
    [Function(nameof(VideoToOwner))]
    public async Task RunAsync(
        [ServiceBusTrigger("video-events", "notifications", IsSessionsEnabled = true, Connection = "ServiceBus")] VideoEvent happened,
        [DurableClient] DurableTaskClient client,
        CancellationToken ct)
    {
        await broadcasts.TellAsync(happened, ct);
        if (await tell.FindAsync(happened, ct) is { } video)
        {
            await client.StartOnceAsync(NewVideo.Workflow, video.InstanceId, video, ct);
        }
    }
}
