using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Microsoft.Extensions.Logging;

namespace StreamPlatform.Local.Host.Queues;

/// <summary>Keeps a received message invisible until it is disposed; afterwards it is settled one way or the other.</summary>
internal sealed class MessageLease : IAsyncDisposable
{
    private readonly QueueClient _queue;
    private readonly QueueMessage _message;
    private readonly TimeSpan _visibility;
    private readonly CancellationTokenSource _end = new();
    private readonly Task _extending;
    private string _receipt;

    public MessageLease(QueueClient queue, QueueMessage message, TimeSpan visibility, TimeProvider time, ILogger logger)
    {
        (_queue, _message, _visibility, _receipt) = (queue, message, visibility, message.PopReceipt);
        _extending = ExtendAsync(time, logger);
    }

    /// <summary>It is done.</summary>
    public Task DeleteAsync() => _queue.DeleteMessageAsync(_message.MessageId, _receipt);

    /// <summary>It comes again at once.</summary>
    public Task ReleaseAsync() => _queue.UpdateMessageAsync(_message.MessageId, _receipt, _message.MessageText, TimeSpan.Zero);

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _extending.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _end.Dispose();
    }

    private async Task ExtendAsync(TimeProvider time, ILogger logger)
    {
        while (true)
        {
            await Task.Delay(_visibility / 3, time, _end.Token);
            try
            {
                // Not cancellable: the receipt of an extension that went through must not be lost.
                var update = await _queue.UpdateMessageAsync(_message.MessageId, _receipt, _message.MessageText, _visibility, CancellationToken.None);
                _receipt = update.Value.PopReceipt;
            }
            catch (RequestFailedException exception)
            {
                logger.LeaseNotExtended(exception, _queue.Name, _message.MessageId);
            }
        }
    }
}
