using StreamPlatform.Domain.Catalog.Events;
using StreamPlatform.Domain.Webhooks;

namespace StreamPlatform.Functions.Webhooks;

/// <summary>Notes what happened for every webhook that wants it, and has it sent.</summary>
public sealed class VideoToWebhooks(Deliveries deliveries)
{
    [Function(nameof(VideoToWebhooks))]
    public async Task RunAsync(
        [ServiceBusTrigger("video-events", "webhooks", IsSessionsEnabled = true, Connection = "ServiceBus")] VideoEvent happened,
        [DurableClient] DurableTaskClient client,
        CancellationToken ct)
    {
        foreach (var run in await deliveries.NoteAsync(happened, ct))
        {
            await client.DeliverAsync(run, ct);
        }
    }
}
