using System.Text.Json;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using StreamPlatform.Domain;
using StreamPlatform.Domain.Processing;

namespace StreamPlatform.Storage;

/// <summary>Takes work items out of the transcode queues, the urgent queue first.</summary>
public sealed class TranscodeQueueReceiver
{
    private readonly QueueServiceClient _service;

    internal TranscodeQueueReceiver(QueueServiceClient service) => _service = service;

    /// <summary>
    /// One item, invisible to others for <paramref name="visibility"/>, or null when no queue has one. Messages that
    /// aren't work items go to their poison queue and are passed over.
    /// </summary>
    public async Task<ReceivedWorkItem?> ReceiveAsync(TimeSpan visibility, CancellationToken ct)
    {
        foreach (var name in WorkQueues.ByPriority)
        {
            var queue = _service.GetQueueClient(name);
            while ((await queue.ReceiveMessageAsync(visibility, ct)).Value is { } message)
            {
                var item = Read(message);
                var received = new ReceivedWorkItem(queue, _service.GetQueueClient(WorkQueues.PoisonOf(name)), message, item);
                if (item is not null)
                {
                    return received;
                }

                await received.MoveToPoisonAsync(ct);
            }
        }

        return null;
    }

    private static WorkItem? Read(QueueMessage message)
    {
        try
        {
            return JsonSerializer.Deserialize<WorkItem>(message.Body, DomainJson.Options) is { AssetId: not null, RunId: not null, ItemId: not null } item
                ? item
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
