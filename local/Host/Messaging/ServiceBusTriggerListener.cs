using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using StreamPlatform.Local.Host.Discovery;
using StreamPlatform.Local.Host.Invocation;
using StreamPlatform.Local.Host.Triggers;

namespace StreamPlatform.Local.Host.Messaging;

/// <summary>Runs a function for the messages of a queue or subscription, each at least once, sessions in order.</summary>
internal sealed class ServiceBusTriggerListener(
    FunctionEntry function, ServiceBusFunctionTrigger trigger, FunctionRunner runner, LocalServiceBus bus, TimeProvider time,
    ILogger<ServiceBusTriggerListener> logger) : ITriggerListener
{
    private const int MaxRunning = 16;
    private const int MaxBatch = 100;

    /// <summary>How soon a lock that has run out is noticed, and a message that stayed locked comes again.</summary>
    private static readonly TimeSpan SlowLook = TimeSpan.FromSeconds(5);
    private readonly string _subscription = trigger.Subscription ?? LocalServiceBus.QueueItself;

    public override string ToString() => $"Service Bus trigger of {function.Name}";

    public Task PrepareAsync(CancellationToken cancellation) =>
        trigger.Subscription is null ? Task.CompletedTask : bus.SubscribeAsync(trigger.Entity, trigger.Subscription, cancellation);

    public async Task RunAsync(CancellationToken accepting)
    {
        using var work = new BoundedWork(MaxRunning);
        var arrival = bus.Arrival(trigger.Entity, _subscription);
        try
        {
            while (true)
            {
                if (!await ReceiveAsync(work, accepting))
                    await arrival.WaitAsync(SlowLook, time, accepting);
            }
        }
        finally
        {
            await work.DrainAsync();
        }
    }

    private async Task<bool> ReceiveAsync(BoundedWork work, CancellationToken accepting)
    {
        await work.TakePlaceAsync(accepting);
        var started = false;
        try
        {
            var messages = await bus.ReceiveAsync(trigger.Entity, _subscription, trigger.Batched ? MaxBatch : 1, trigger.Sessions);
            if (messages.Count == 0)
                return false;
            work.Start(() => HandleAsync(messages));
            started = true;
            return true;
        }
        finally
        {
            if (!started)
                work.Release();
        }
    }

    private async Task HandleAsync(IReadOnlyList<BusMessage> messages)
    {
        using var ended = new CancellationTokenSource();
        var renewing = RenewAsync(messages, ended.Token);
        string? failure = null;
        try
        {
            await runner.RunAsync(function, Occasion(messages) with { TraceParents = [.. messages.Select(message => message.TraceParent).OfType<string>()] }, CancellationToken.None);
        }
        catch (Exception exception)
        {
            failure = exception.Message;
            logger.RunFailed(
                exception, function.Name, $"{trigger.Entity}/{messages[0].Sequence}", messages[0].Deliveries, LocalServiceBus.MaxDeliveries);
        }

        await ended.CancelAsync();
        await renewing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        foreach (var message in messages)
        {
            if (failure is not null)
                await bus.AbandonAsync(trigger.Entity, _subscription, message, failure);
            else if (trigger.AutoComplete)
                await bus.CompleteAsync(message);
        }

        // The next of the session may come now.
        bus.Arrival(trigger.Entity, _subscription).Set();
    }

    private async Task RenewAsync(IReadOnlyList<BusMessage> messages, CancellationToken ended)
    {
        while (true)
        {
            await Task.Delay(LocalServiceBus.LockTime / 2, time, ended);
            foreach (var message in messages)
                await bus.RenewAsync(message);
        }
    }

    private Occasion Occasion(IReadOnlyList<BusMessage> messages)
    {
        if (trigger.Batched)
        {
            return new Occasion(messages.Select(message => message.Body).ToList(), Invocation.Occasion.Data(
                ("MessageIdArray", JsonSerializer.Serialize(messages.Select(message => message.MessageId))),
                ("DeliveryCountArray", JsonSerializer.Serialize(messages.Select(message => message.Deliveries))),
                ("SequenceNumberArray", JsonSerializer.Serialize(messages.Select(message => message.Sequence))),
                ("EnqueuedTimeUtcArray", JsonSerializer.Serialize(messages.Select(message => message.Enqueued.UtcDateTime)))));
        }

        var one = messages[0];
        return new Occasion(one.Body, Invocation.Occasion.Data(
            ("MessageId", one.MessageId),
            ("SessionId", one.SessionId),
            ("DeliveryCount", one.Deliveries.ToString(CultureInfo.InvariantCulture)),
            ("SequenceNumber", one.Sequence.ToString(CultureInfo.InvariantCulture)),
            ("EnqueuedTimeUtc", one.Enqueued.UtcDateTime.ToString("O", CultureInfo.InvariantCulture))));
    }
}
