using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using StreamPlatform.Domain.Operations.Limits;

namespace StreamPlatform.Functions.Http.Limits;

/// <summary>Saves what was counted while the process runs and when it stops, and reads at its start what others saved. Without the store, limits begin anew: they are no reason not to serve.</summary>
internal sealed class RateLimitKeeper(RateLimits limits, TimeProvider clock, ILogger<RateLimitKeeper> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await TryAsync(limits.RestoreAsync, stoppingToken);
        using var timer = new PeriodicTimer(RateLimits.SavedEvery, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await TryAsync(limits.SaveAsync, stoppingToken);
            }
        }
        catch (OperationCanceledException)
        {
            // Stopping: what is left is saved below.
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await TryAsync(limits.SaveAsync, cancellationToken);
    }

    private async Task TryAsync(Func<CancellationToken, Task> work, CancellationToken ct)
    {
        try
        {
            await work(ct);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            log.RateLimitsNotKept(error);
        }
    }
}
