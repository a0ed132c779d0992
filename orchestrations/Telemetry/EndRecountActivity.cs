using Microsoft.Extensions.Logging;
using StreamPlatform.Domain.Telemetry.Recounts;

namespace StreamPlatform.Orchestrations.Telemetry;

/// <summary>Keeps what a recount found, tells it, and clears away what it laid aside.</summary>
public sealed class EndRecountActivity(RecountTelemetry recount, RecountReports reports, ILogger<EndRecountActivity> logger)
{
    public const string Name = "EndTelemetryRecount";

    [Function(Name)]
    public async Task<bool> Run([ActivityTrigger] DayRecount input, FunctionContext context)
    {
        var found = (await reports.KeepAsync(input, context.CancellationToken)).Found;
        if (found.Wrong == 0)
        {
            logger.NothingDrifted(input.Day.Day, found.Windows);
        }
        else
        {
            logger.TelemetryDrifted(input.Day.Day, found.Wrong, found.Windows, found.Missing, found.Foreign, found.Different, found.Repaired, found.Late, found.Withheld);
        }

        await recount.ClearAsync(input.Day, context.CancellationToken);
        return found.Wrong > 0;
    }
}
