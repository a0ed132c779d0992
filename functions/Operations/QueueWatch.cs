using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using StreamPlatform.Domain.Operations.Metrics;

namespace StreamPlatform.Functions.Operations;

/// <summary>Looks at the queues now and then, so that whoever fetches metrics gets what is so and asks storage for nothing.</summary>
internal sealed class QueueWatch(QueueMetrics queues, TimeProvider clock, ILogger<QueueWatch> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        queues.Start();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await queues.LookAsync(stoppingToken);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                log.QueuesNotSeen(error);
            }

            await Task.Delay(Pause, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
