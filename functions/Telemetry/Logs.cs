using Microsoft.Extensions.Logging;

namespace StreamPlatform.Functions.Telemetry;

internal static partial class Logs
{
    [LoggerMessage(Level = LogLevel.Information, Message = "{Blobs} blobs of old telemetry are gone.")]
    public static partial void TelemetrySwept(this ILogger logger, int blobs);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Partition {Partition} of the hub is another than the one that was counted until now, or was restored: its numbers go on behind those.")]
    public static partial void HubIsAnother(this ILogger logger, int partition);
}
