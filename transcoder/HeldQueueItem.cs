using StreamPlatform.Domain.Processing;
using StreamPlatform.Storage;

namespace StreamPlatform.Transcoder;

/// <summary>A message of a transcode queue; the lease file always names its latest receipt.</summary>
internal sealed class HeldQueueItem : IHeldItem
{
    private readonly ReceivedWorkItem _received;
    private readonly LeaseFile _lease;

    public HeldQueueItem(ReceivedWorkItem received, LeaseFile lease)
    {
        (_received, _lease) = (received, lease);
        Note();
    }

    public WorkItem Item => _received.Item;

    public long DequeueCount => _received.DequeueCount;

    public async Task<bool> ExtendAsync(TimeSpan visibility, CancellationToken ct)
    {
        var held = await _received.ExtendAsync(visibility, ct);
        Note();
        return held;
    }

    public Task<bool> DeleteAsync(CancellationToken ct) => _received.DeleteAsync(ct);

    public Task<bool> MoveToPoisonAsync(CancellationToken ct) => _received.MoveToPoisonAsync(ct);

    private void Note() => _lease.Write(_received.Queue, _received.MessageId, _received.PopReceipt);
}
