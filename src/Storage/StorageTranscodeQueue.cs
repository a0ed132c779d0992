using System.Text.Json;
using Azure.Storage.Queues;
using StreamPlatform.Domain;
using StreamPlatform.Domain.Operations.Tracing;
using StreamPlatform.Domain.Processing;

namespace StreamPlatform.Storage;

/// <summary>Puts work items into the transcode queues, as plain JSON that never expires.</summary>
internal sealed class StorageTranscodeQueue(QueueServiceClient service) : ITranscodeQueue
{
    private static readonly TimeSpan Forever = TimeSpan.FromSeconds(-1);

    public async Task EnqueueAsync(WorkItem item, WorkPriority priority, CancellationToken ct)
    {
        var queue = WorkQueues.For(priority);
        using var span = PlatformTraces.Send(queue, item.AssetId)?.SetTag(SpanTags.ItemId, item.ItemId);
        await service.GetQueueClient(queue)
            .SendMessageAsync(JsonSerializer.Serialize(item with { TraceParent = PlatformTraces.Parent }, DomainJson.Options), timeToLive: Forever, cancellationToken: ct);
    }

    public async Task<int> LengthAsync(WorkPriority priority, CancellationToken ct) =>
        (await service.GetQueueClient(WorkQueues.For(priority)).GetPropertiesAsync(ct)).Value.ApproximateMessagesCount;
}
