using Azure;
using Azure.Storage.Queues;
using StreamPlatform.Domain.Processing;

namespace StreamPlatform.Storage;

/// <summary><see cref="IQueueFacts"/> on Azure Queue Storage (or Azurite): two requests a queue.</summary>
internal sealed class StorageQueueFacts(QueueServiceClient service, TimeProvider time) : IQueueFacts
{
    /// <summary>Where the Functions host, and the embedded one, put blob events that were given up.</summary>
    private const string BlobEvents = "webjobs-blobtrigger-poison";

    public async Task<IReadOnlyList<QueueFacts>> ReadAsync(CancellationToken ct) => await Task.WhenAll(
        WorkQueues.ByPriority.Select(name => ReadAsync(name, isPoison: false, ct))
            .Concat(WorkQueues.ByPriority.Select(WorkQueues.PoisonOf).Append(BlobEvents).Select(name => ReadAsync(name, isPoison: true, ct))));

    private async Task<QueueFacts> ReadAsync(string name, bool isPoison, CancellationToken ct)
    {
        try
        {
            var queue = service.GetQueueClient(name);
            var waiting = (await queue.GetPropertiesAsync(ct)).Value.ApproximateMessagesCount;
            var head = waiting == 0 ? null : (await queue.PeekMessageAsync(ct)).Value;
            var age = head?.InsertedOn is { } inserted ? time.GetUtcNow() - inserted : TimeSpan.Zero;
            return new QueueFacts(name, isPoison, waiting, age < TimeSpan.Zero ? TimeSpan.Zero : age);
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return new QueueFacts(name, isPoison, 0, TimeSpan.Zero);
        }
    }
}
