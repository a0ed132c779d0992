using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using StreamPlatform.Live.Broadcasts;
using StreamPlatform.Live.Rtmp;

namespace StreamPlatform.Live;

/// <summary>
/// Stopping, before the web server does: encoders have been sent away by then and connect to another node; what they sent is
/// finished, and served a little longer, so that players see the end of it.
/// </summary>
internal sealed class Draining(LiveSettings settings, OnAir onAir, RtmpConnections connections, IHostApplicationLifetime lifetime, TimeProvider time, ILogger<Draining> logger) : IHostedLifecycleService
{
    /// <summary>Longer than an encoder process may take for what is left.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(12);

    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        var broadcasts = onAir.Running;
        Logs.Stopping(logger, broadcasts);
        // A signal has said so already; a call to stop has not.
        lifetime.StopApplication();
        await Task.WhenAny(connections.EmptyAsync(), Task.Delay(Longest, time, cancellationToken));
        if (broadcasts > 0) await Task.Delay(TimeSpan.FromSeconds(settings.DrainSeconds), time, cancellationToken);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
