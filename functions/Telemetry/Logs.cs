using Microsoft.Extensions.Logging;

namespace StreamPlatform.Functions.Telemetry;

internal static partial class Logs
{
    [LoggerMessage(Level = LogLevel.Information, Message = "{Blobs} blobs of old telemetry are gone.")]
    public static partial void TelemetrySwept(this ILogger logger, int blobs);
}
