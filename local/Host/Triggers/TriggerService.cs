using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using StreamPlatform.Local.Host.Invocation;

namespace StreamPlatform.Local.Host.Triggers;

/// <summary>Runs all listeners. At the stop they accept nothing new, and what runs may finish for a while.</summary>
internal sealed class TriggerService(
    IReadOnlyList<ITriggerListener> listeners, RunningFunctions running, HostSettings settings, TimeProvider time, ILogger<TriggerService> logger)
    : IHostedService, IDisposable
{
    private static readonly TimeSpan RestartDelay = TimeSpan.FromSeconds(2);
    private readonly CancellationTokenSource _accepting = new();
    private Task _listening = Task.CompletedTask;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var listener in listeners)
            await listener.PrepareAsync(cancellationToken);
        _listening = Task.WhenAll(listeners.Select(listener => Task.Run(() => KeepRunningAsync(listener), CancellationToken.None)));
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _accepting.CancelAsync();
        await Task.WhenAll(_listening, running.DrainAsync(settings.DrainTime, time)).WaitAsync(cancellationToken);
    }

    public void Dispose() => _accepting.Dispose();

    /// <summary>A listener ends only by an infrastructure fault (storage away, disk full): it starts again a little later.</summary>
    private async Task KeepRunningAsync(ITriggerListener listener)
    {
        while (!_accepting.IsCancellationRequested)
        {
            try
            {
                await listener.RunAsync(_accepting.Token);
            }
            catch (OperationCanceledException) when (_accepting.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                logger.ListenerFailed(exception, listener.ToString()!, RestartDelay);
                await Task.Delay(RestartDelay, time, _accepting.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }
}
