using StreamPlatform.Local.Host.Discovery;
using StreamPlatform.Local.Host.Messaging;
using StreamPlatform.Local.Host.Queues;
using StreamPlatform.Local.Host.Storage;

namespace StreamPlatform.Local.Host.Invocation;

/// <summary>Sends what functions return to where their output attributes say. A null is nothing to send.</summary>
internal sealed class OutputSender(StorageAccounts storage, LocalServiceBus serviceBus, LocalEventHub eventHub)
{
    public async Task SendAsync(FunctionEntry function, object? result, Occasion occasion, CancellationToken cancellation)
    {
        foreach (var output in function.Outputs)
        {
            var value = output.Property is { } property && result is not null ? property.GetValue(result) : result;
            if (value is not null)
                await SendAsync(output.Target, value, occasion, cancellation);
        }
    }

    private async Task SendAsync(OutputTarget target, object value, Occasion occasion, CancellationToken cancellation)
    {
        switch (target)
        {
            case BlobTarget blob:
                var container = storage.Blobs(blob.Connection).GetBlobContainerClient(blob.Container);
                await container.CreateIfNotExistsAsync(cancellationToken: cancellation);
                await container.GetBlobClient(blob.Path.Fill(occasion.BindingData))
                    .UploadAsync(OutputContent.Of(value), overwrite: true, cancellation);
                break;
            case QueueTarget queue:
                var client = storage.Queues(queue.Connection).GetQueueClient(queue.Queue);
                await client.CreateIfNotExistsAsync(cancellationToken: cancellation);
                foreach (var message in OutputContent.Messages(value))
                    await client.SendMessageAsync(FunctionQueueEncoding.Encode(message), cancellation);
                break;
            case ServiceBusTarget entity:
                foreach (var message in OutputContent.Messages(value))
                {
                    await (entity.IsTopic
                        ? serviceBus.SendAsync(entity.Entity, message, cancellation: cancellation)
                        : serviceBus.SendToQueueAsync(entity.Entity, message, cancellation: cancellation));
                }

                break;
            case EventHubTarget hub:
                await eventHub.SendAsync(hub.Hub, null, OutputContent.Messages(value), cancellation);
                break;
        }
    }
}
