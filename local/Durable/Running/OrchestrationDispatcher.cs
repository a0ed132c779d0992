using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace StreamPlatform.Local.Durable;

/// <summary>
/// Brings messages to instances and runs their turns: one at a time an instance, a limited number in all. Keeps the most
/// recently used instances' code in memory.
/// </summary>
internal sealed class OrchestrationDispatcher(DurableEngineOptions options, TimeProvider time, ILogger logger)
{
    private static readonly TimeSpan s_retryDelay = TimeSpan.FromSeconds(1);
    private readonly ConcurrentDictionary<string, Instance> _instances = new(StringComparer.Ordinal);
    private readonly Channel<Instance> _ready = Channel.CreateUnbounded<Instance>();
    private readonly LiveInstances _live = new(options.MaxLiveInstances);

    public void Deliver(string instanceId, Message message)
    {
        while (true)
        {
            var instance = _instances.GetOrAdd(instanceId, id => new Instance(id));
            switch (instance.Add(message))
            {
                case Instance.Receipt.NeedsTurn:
                    _ready.Writer.TryWrite(instance);
                    return;
                case Instance.Receipt.Queued:
                    return;
                default:
                    _instances.TryRemove(KeyValuePair.Create(instanceId, instance));
                    break;
            }
        }
    }

    /// <summary>Runs turns until <paramref name="stopping"/> is signalled and the turns under way are committed.</summary>
    public Task RunAsync(TurnRunner turns, CancellationToken stopping) => Task.WhenAll(
        Enumerable.Range(0, options.MaxConcurrentTurns).Select(_ => Task.Run(() => LoopAsync(turns, stopping), CancellationToken.None)));

    private async Task LoopAsync(TurnRunner turns, CancellationToken stopping)
    {
        try
        {
            while (await _ready.Reader.WaitToReadAsync(stopping))
            {
                while (!stopping.IsCancellationRequested && _ready.Reader.TryRead(out var instance))
                    await RunOneAsync(turns, instance, stopping);
            }
        }
        catch (Exception) when (stopping.IsCancellationRequested)
        {
            // What could not be stored any more is done again at the next start.
        }
    }

    private async Task RunOneAsync(TurnRunner turns, Instance instance, CancellationToken stopping)
    {
        var batch = instance.Take();
        try
        {
            await turns.RunAsync(instance, batch);
        }
        catch (Exception error) when (!stopping.IsCancellationRequested)
        {
            // The code has run ahead of what is stored: forget it and build it again from history.
            logger.TurnNotStored(error, instance.Id);
            (instance.Head, instance.Session) = (null, null);
            instance.Held.Clear();
            instance.PutBack(batch);
            await Task.Delay(s_retryDelay, time, stopping);
        }

        if (instance.EndTurn())
            _ready.Writer.TryWrite(instance);
        else
            Settle(instance);
    }

    private void Settle(Instance instance)
    {
        if (instance.Session is not null)
            _live.Used(instance);
        else
            _live.Gone(instance);
        while (_live.TakeOldest() is { } oldest)
        {
            if (oldest.Unload())
                RemoveIdle(oldest);
        }

        RemoveIdle(instance);
    }

    private void RemoveIdle(Instance instance)
    {
        if (instance.Retire())
            _instances.TryRemove(KeyValuePair.Create(instance.Id, instance));
    }
}
