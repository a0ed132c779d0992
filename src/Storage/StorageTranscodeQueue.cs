using System.Text.Json;
using Azure.Storage.Queues;
using StreamPlatform.Domain;
using StreamPlatform.Domain.Processing;

namespace StreamPlatform.Storage;

/// <summary>Puts work items into the transcode queues, as plain JSON that never expires.</summary>
internal sealed class StorageTranscodeQueue(QueueServiceClient service) : ITranscodeQueue
{
    private static readonly TimeSpan Forever = TimeSpan.FromSeconds(-1);

    public Task EnqueueAsync(WorkItem item, WorkPriority priority, CancellationToken ct) =>
        service.GetQueueClient(WorkQueues.For(priority))
            .SendMessageAsync(JsonSerializer.Serialize(item, DomainJson.Options), timeToLive: Forever, cancellationToken: ct);

    public async Task<int> LengthAsync(WorkPriority priority, CancellationToken ct) =>
        (await service.GetQueueClient(WorkQueues.For(priority)).GetPropertiesAsync(ct)).Value.ApproximateMessagesCount;
}
