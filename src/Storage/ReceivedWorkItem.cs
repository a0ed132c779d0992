using System.Diagnostics.CodeAnalysis;
using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using StreamPlatform.Domain.Processing;

namespace StreamPlatform.Storage;

/// <summary>
/// A work item held by one job. Calls may come from different tasks (a heartbeat extends while the work goes on): they
/// are done one after the other, because each extension hands out a new receipt.
/// </summary>
[SuppressMessage("Reliability", "CA1001", Justification = "A semaphore whose wait handle is never asked for holds nothing to dispose of.")]
public sealed class ReceivedWorkItem
{
    private readonly SemaphoreSlim _receipt = new(1, 1);
    private readonly QueueClient _queue;
    private readonly QueueClient _poison;
    private readonly QueueMessage _message;
    private readonly WorkItem? _item;
    private string _popReceipt;

    internal ReceivedWorkItem(QueueClient queue, QueueClient poison, QueueMessage message, WorkItem? item)
    {
        (_queue, _poison, _message, _item) = (queue, poison, message, item);
        _popReceipt = message.PopReceipt;
    }

    public WorkItem Item => _item ?? throw new InvalidOperationException("The message is not a work item.");

    /// <summary>How often it was received, this time included.</summary>
    public long DequeueCount => _message.DequeueCount;

    public string Queue => _queue.Name;

    public string MessageId => _message.MessageId;

    /// <summary>What the message is held by; each extension hands out a new one.</summary>
    public string PopReceipt => Volatile.Read(ref _popReceipt);

    /// <summary>Keeps the item for <paramref name="visibility"/> from now; false when another job has it by now.</summary>
    public Task<bool> ExtendAsync(TimeSpan visibility, CancellationToken ct) => WhileHeldAsync(
        async () =>
        {
            // Not cancellable: the receipt of an extension that went through must not be lost.
            var update = await _queue.UpdateMessageAsync(_message.MessageId, _popReceipt, visibilityTimeout: visibility, cancellationToken: CancellationToken.None);
            Volatile.Write(ref _popReceipt, update.Value.PopReceipt);
        },
        ct);

    /// <summary>Takes the item out of the queue for good; false when another job has it by now.</summary>
    public Task<bool> DeleteAsync(CancellationToken ct) =>
        WhileHeldAsync(() => _queue.DeleteMessageAsync(_message.MessageId, _popReceipt, ct), ct);

    /// <summary>Puts a copy into the poison queue, then takes the item out of its own: at worst there are two copies.</summary>
    public async Task<bool> MoveToPoisonAsync(CancellationToken ct)
    {
        await _poison.SendMessageAsync(_message.Body, timeToLive: TimeSpan.FromSeconds(-1), cancellationToken: ct);
        return await DeleteAsync(ct);
    }

    private async Task<bool> WhileHeldAsync(Func<Task> act, CancellationToken ct)
    {
        await _receipt.WaitAsync(ct);
        try
        {
            await act();
            return true;
        }
        catch (RequestFailedException e) when (e.Status is 404 || e.ErrorCode == QueueErrorCode.PopReceiptMismatch)
        {
            return false;
        }
        finally
        {
            _receipt.Release();
        }
    }
}
