using System.Globalization;
using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Microsoft.Extensions.Logging;
using StreamPlatform.Local.Host.Azurite;
using StreamPlatform.Local.Host.Discovery;
using StreamPlatform.Local.Host.Invocation;
using StreamPlatform.Local.Host.Storage;
using StreamPlatform.Local.Host.Triggers;

namespace StreamPlatform.Local.Host.Queues;

/// <summary>
/// Runs a function for each message of a queue, at least once: a message is invisible while it runs (extended as long as
/// that takes), deleted after success, visible again after a failure, and poison after <see cref="MaxDequeueCount"/>.
/// </summary>
internal sealed class QueueTriggerListener(
    FunctionEntry function, QueueFunctionTrigger trigger, FunctionRunner runner, StorageAccounts storage, StorageHints hints,
    TimeProvider time, ILogger<QueueTriggerListener> logger) : ITriggerListener
{
    public const int MaxDequeueCount = 5;

    private const int MaxRunning = 16;

    /// <summary>Short, because after a crash this is how long a message waits; it is extended at a third of it.</summary>
    private static readonly TimeSpan Visibility = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(15);
    private readonly Signal _look = new();

    private QueueClient Queue => storage.Queues(trigger.Connection).GetQueueClient(trigger.Queue);

    public override string ToString() => $"queue trigger of {function.Name}";

    public Task PrepareAsync(CancellationToken cancellation) => Queue.CreateIfNotExistsAsync(cancellationToken: cancellation);

    public async Task RunAsync(CancellationToken accepting)
    {
        using var work = new BoundedWork(MaxRunning);
        void OnSent(string queue)
        {
            if (queue == trigger.Queue)
                _look.Set();
        }

        hints.MessageSent += OnSent;
        hints.Lost += _look.Set;
        try
        {
            var pause = FirstPause;
            while (true)
            {
                var found = await ReceiveAsync(work, accepting);
                if (found)
                    pause = FirstPause;
                else if (!await _look.WaitAsync(pause, time, accepting))
                    pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
            }
        }
        finally
        {
            hints.MessageSent -= OnSent;
            hints.Lost -= _look.Set;
            await work.DrainAsync();
        }
    }

    private async Task<bool> ReceiveAsync(BoundedWork work, CancellationToken accepting)
    {
        await work.TakePlaceAsync(accepting);
        var places = 1;
        try
        {
            while (places < MaxRunning && work.FreePlaces > 0)
            {
                await work.TakePlaceAsync(accepting);
                places++;
            }

            // Not cancellable: messages received by an abandoned request would stay invisible.
            QueueMessage[] messages = await Queue.ReceiveMessagesAsync(places, Visibility, CancellationToken.None);
            foreach (var message in messages)
            {
                places--;
                work.Start(() => HandleAsync(message));
            }

            return messages.Length > 0;
        }
        finally
        {
            while (places-- > 0)
                work.Release();
        }
    }

    private async Task HandleAsync(QueueMessage message)
    {
        var lease = new MessageLease(Queue, message, Visibility, time, logger);
        try
        {
            bool settled;
            await using (lease)
                settled = await RunFunctionAsync(message);
            if (settled)
                await lease.DeleteAsync();
            else if (message.DequeueCount >= MaxDequeueCount || FunctionQueueEncoding.Decode(message.MessageText) is null)
                await PoisonAsync(message, lease);
            else
                await lease.ReleaseAsync();
        }
        catch (RequestFailedException exception)
        {
            // It has run, but storage doesn't know: it comes again, and the function must bear that.
            logger.MessageNotSettled(exception, function.Name, trigger.Queue, message.MessageId);
        }

        _look.Set();
    }

    private async Task<bool> RunFunctionAsync(QueueMessage message)
    {
        if (FunctionQueueEncoding.Decode(message.MessageText) is not { } body || message.DequeueCount > MaxDequeueCount)
            return false;
        try
        {
            await runner.RunAsync(function, new Occasion(body, BindingData(message, body)), CancellationToken.None);
            return true;
        }
        catch (Exception exception)
        {
            logger.RunFailed(exception, function.Name, $"{trigger.Queue}/{message.MessageId}", (int)message.DequeueCount, MaxDequeueCount);
            return false;
        }
    }

    private async Task PoisonAsync(QueueMessage message, MessageLease lease)
    {
        var poison = storage.Queues(trigger.Connection).GetQueueClient(trigger.Queue + "-poison");
        await poison.CreateIfNotExistsAsync();
        await poison.SendMessageAsync(message.MessageText);
        await lease.DeleteAsync();
        logger.MessagePoisoned(function.Name, trigger.Queue, message.MessageId);
    }

    private static IReadOnlyDictionary<string, object?> BindingData(QueueMessage message, BinaryData body) => Occasion.Data(
        ("Id", message.MessageId),
        ("QueueTrigger", body.ToString()),
        ("DequeueCount", message.DequeueCount.ToString(CultureInfo.InvariantCulture)),
        ("InsertionTime", message.InsertedOn?.ToString("O", CultureInfo.InvariantCulture)),
        ("ExpirationTime", message.ExpiresOn?.ToString("O", CultureInfo.InvariantCulture)),
        ("NextVisibleTime", message.NextVisibleOn?.ToString("O", CultureInfo.InvariantCulture)),
        ("PopReceipt", message.PopReceipt));
}
