using StreamPlatform.Domain.Processing;
using StreamPlatform.Storage;

namespace StreamPlatform.Transcoder;

internal sealed class HeldQueueItem(ReceivedWorkItem received) : IHeldItem
{
    public WorkItem Item => received.Item;

    public long DequeueCount => received.DequeueCount;

    public Task<bool> ExtendAsync(TimeSpan visibility, CancellationToken ct) => received.ExtendAsync(visibility, ct);

    public Task<bool> DeleteAsync(CancellationToken ct) => received.DeleteAsync(ct);

    public Task<bool> MoveToPoisonAsync(CancellationToken ct) => received.MoveToPoisonAsync(ct);
}
