using Microsoft.Extensions.Logging;

namespace StreamPlatform.Orchestrations.Telemetry;

internal static partial class Logs
{
    [LoggerMessage(LogLevel.Information, "All {Windows} windows of {Day} are what the archive says.")]
    public static partial void NothingDrifted(this ILogger logger, DateOnly day, long windows);

    [LoggerMessage(LogLevel.Warning, "Of {Day} {Wrong} of {Windows} windows were not what the archive says: {Missing} missing, {Foreign} foreign, {Different} different; {Repaired} are right now, {Late} were late, {Withheld} were left.")]
    public static partial void TelemetryDrifted(
        this ILogger logger, DateOnly day, long wrong, long windows, long missing, long foreign, long different, long repaired, long late, long withheld);
}
