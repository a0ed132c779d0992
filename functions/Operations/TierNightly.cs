using StreamPlatform.Domain.Operations.Tiers;
using StreamPlatform.Functions.Processing;

namespace StreamPlatform.Functions.Operations;

/// <summary>Every night: has media moved to the tiers that its views choose, or told what would be, as the settings have it.</summary>
public sealed class TierNightly(TierOptions options, TimeProvider clock)
{
    [Function(nameof(TierNightly))]
    public async Task RunAsync([TimerTrigger("0 20 2 * * *")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken ct)
    {
        if (options.Nightly != TierMode.Off)
        {
            var sweep = TierSweep.Begin(options.Nightly == TierMode.Move);
            await client.StartOnceAsync(TierSweep.Workflow, TierSweep.InstanceId(clock.GetUtcNow(), sweep.Moves), sweep, ct);
        }
    }
}
