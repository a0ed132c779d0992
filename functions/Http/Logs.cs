using Microsoft.Extensions.Logging;

namespace StreamPlatform.Functions.Http;

internal static partial class Logs
{
    [LoggerMessage(LogLevel.Warning, "What was counted for rate limits could not be kept; if this process ends, they begin anew.")]
    public static partial void RateLimitsNotKept(this ILogger logger, Exception error);
}
