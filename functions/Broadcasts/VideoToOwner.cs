using StreamPlatform.Domain.Broadcasts;
using StreamPlatform.Domain.Catalog.Events;

namespace StreamPlatform.Functions.Broadcasts;

/// <summary>Tells an asset's owner, wherever they listen, what happened to it.</summary>
public sealed class VideoToOwner(OwnerBroadcasts broadcasts)
{
    [Function(nameof(VideoToOwner))]
    public Task RunAsync(
        [ServiceBusTrigger("video-events", "notifications", IsSessionsEnabled = true, Connection = "ServiceBus")] VideoEvent happened, CancellationToken ct) =>
        broadcasts.TellAsync(happened, ct);
}
