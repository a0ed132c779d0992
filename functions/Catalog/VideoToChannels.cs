using StreamPlatform.Domain.Catalog.Channels;
using StreamPlatform.Domain.Catalog.Events;

namespace StreamPlatform.Functions.Catalog;

/// <summary>Something happened to an asset: keeps the listings of channels and of days with what anyone may find.</summary>
public sealed class VideoToChannels(ListVideo list)
{
    [Function(nameof(VideoToChannels))]
    public Task RunAsync(
        [ServiceBusTrigger("video-events", "channels", IsSessionsEnabled = true, Connection = "ServiceBus")] VideoEvent happened, CancellationToken ct) =>
        list.ExecuteAsync(happened, ct);
}
