using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using StreamPlatform.Local.Host.Discovery;
using StreamPlatform.Local.Host.Invocation;
using StreamPlatform.Local.Host.Triggers;

namespace StreamPlatform.Local.Host.Messaging;

/// <summary>
/// Runs a function on the events of a hub: partitions side by side, each in order. As on Azure the checkpoint moves on
/// also when the function (with the retries it asks for) fails: catching bad events is the function's part.
/// </summary>
internal sealed class EventHubTriggerListener(
    FunctionEntry function, EventHubFunctionTrigger trigger, FunctionRunner runner, LocalEventHub hub, TimeProvider time,
    ILogger<EventHubTriggerListener> logger) : ITriggerListener
{
    private const int MaxBatch = 1000;
    private static readonly TimeSpan SlowLook = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan CleaningPause = TimeSpan.FromHours(1);

    public override string ToString() => $"Event Hub trigger of {function.Name}";

    public Task PrepareAsync(CancellationToken cancellation) => hub.DropOldAsync(cancellation);

    public Task RunAsync(CancellationToken accepting) => Task.WhenAll(
        Enumerable.Range(0, LocalEventHub.Partitions).Select(partition => ReadAsync(partition, accepting)).Append(CleanAsync(accepting)));

    private async Task CleanAsync(CancellationToken accepting)
    {
        while (true)
        {
            await Task.Delay(CleaningPause, time, accepting);
            await hub.DropOldAsync(accepting);
        }
    }

    private async Task ReadAsync(int partition, CancellationToken accepting)
    {
        var arrival = hub.Arrival(trigger.Hub, trigger.ConsumerGroup, partition);
        while (true)
        {
            accepting.ThrowIfCancellationRequested();
            var events = await hub.ReadAsync(trigger.Hub, trigger.ConsumerGroup, partition, MaxBatch, accepting);
            if (events.Count == 0)
            {
                await arrival.WaitAsync(SlowLook, time, accepting);
                continue;
            }

            if (trigger.Batched)
            {
                await HandleAsync(Batch(partition, events), partition, events[^1].Sequence, accepting);
                continue;
            }

            foreach (var one in events)
                await HandleAsync(Single(partition, one), partition, one.Sequence, accepting);
        }
    }

    private async Task HandleAsync(Occasion occasion, int partition, long last, CancellationToken accepting)
    {
        try
        {
            await runner.RunWithRetriesAsync(function, occasion, time, accepting);
        }
        catch (OperationCanceledException) when (accepting.IsCancellationRequested)
        {
            // Stopping: no checkpoint, the batch comes again.
            throw;
        }
        catch (Exception exception)
        {
            // A stop that cut the retries short is no verdict on the batch either.
            accepting.ThrowIfCancellationRequested();
            logger.EventsSkipped(exception, function.Name, trigger.Hub, partition, last);
        }

        await hub.CheckpointAsync(trigger.Hub, trigger.ConsumerGroup, partition, last);
    }

    private Occasion Batch(int partition, IReadOnlyList<HubEvent> events) => new(
        events.Select(one => one.Body).ToList(),
        Occasion.Data(
            ("PartitionContext", Context(partition)),
            ("PartitionKeyArray", JsonSerializer.Serialize(events.Select(one => one.PartitionKey))),
            ("SequenceNumberArray", JsonSerializer.Serialize(events.Select(one => one.Sequence))),
            ("OffsetArray", JsonSerializer.Serialize(events.Select(one => one.Sequence.ToString(CultureInfo.InvariantCulture)))),
            ("EnqueuedTimeUtcArray", JsonSerializer.Serialize(events.Select(one => one.Enqueued.UtcDateTime)))));

    private Occasion Single(int partition, HubEvent one) => new(
        one.Body,
        Occasion.Data(
            ("PartitionContext", Context(partition)),
            ("PartitionKey", one.PartitionKey),
            ("SequenceNumber", one.Sequence.ToString(CultureInfo.InvariantCulture)),
            ("Offset", one.Sequence.ToString(CultureInfo.InvariantCulture)),
            ("EnqueuedTimeUtc", one.Enqueued.UtcDateTime.ToString("O", CultureInfo.InvariantCulture))));

    private string Context(int partition) => JsonSerializer.Serialize(new
    {
        FullyQualifiedNamespace = "local",
        EventHubName = trigger.Hub,
        ConsumerGroup = trigger.ConsumerGroup,
        PartitionId = partition.ToString(CultureInfo.InvariantCulture),
    });
}
