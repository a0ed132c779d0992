using Microsoft.Extensions.Logging;
using StreamPlatform.Domain.Accounts;
using StreamPlatform.Domain.Processing;
using StreamPlatform.Domain.Uploads;
using StreamPlatform.Functions.Processing;

namespace StreamPlatform.Functions.Uploads;

/// <summary>Every five minutes: expires uploads whose time ran out, and forgets old answers to repeated requests.</summary>
public sealed class SweepUploads(
    ExpireUploads expire, IIdempotencyStore idempotency, TimeProvider clock, ILogger<SweepUploads> logger)
{
    [Function(nameof(SweepUploads))]
    public async Task RunAsync(
        [TimerTrigger("0 */5 * * * *")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken ct)
    {
        foreach (var start in await expire.ExecuteAsync(ct))
        {
            logger.LostEventFound(start.Run.AssetId, start.InstanceId);
            await client.StartOnceAsync(Workflows.ProcessAsset, start.InstanceId, start.Run, ct);
        }

        await idempotency.PruneAsync(clock.GetUtcNow(), ct);
    }
}
