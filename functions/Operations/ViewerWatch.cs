using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using StreamPlatform.Domain.Operations.Metrics;

namespace StreamPlatform.Functions.Operations;

/// <summary>Looks now and then how many watch, for whoever fetches metrics.</summary>
internal sealed class ViewerWatch(ViewerMetrics viewers, TimeProvider clock, ILogger<ViewerWatch> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        viewers.Start();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await viewers.LookAsync(stoppingToken);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                log.ViewersNotSeen(error);
            }

            await Task.Delay(Pause, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
