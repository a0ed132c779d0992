using Microsoft.Extensions.Logging;

namespace StreamPlatform.Orchestrations.Social;

internal static partial class Logs
{
    [LoggerMessage(LogLevel.Warning, "{Where} told {Told} of {Value}, which were {True}: set right.")]
    public static partial void CountDrifted(this ILogger logger, string where, string value, long told, long @true);
}
