using Microsoft.Extensions.Logging;
using StreamPlatform.Domain.Telemetry.Archive;
using StreamPlatform.Domain.Telemetry.Deliveries;

namespace StreamPlatform.Functions.Telemetry;

/// <summary>Every day: what players told thirty days ago goes, and after eight days what was given to them. On Azure the account's lifecycle rules do the same, and this finds nothing.</summary>
public sealed class SweepTelemetry(TelemetryArchive archive, DeliveryLog deliveries, ILogger<SweepTelemetry> logger)
{
    [Function(nameof(SweepTelemetry))]
    public async Task RunAsync([TimerTrigger("0 50 2 * * *")] TimerInfo timer, CancellationToken ct) => 
        logger.TelemetrySwept(await archive.SweepAsync(ct) + await deliveries.SweepAsync(ct));
}
