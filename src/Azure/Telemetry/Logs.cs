using Microsoft.Extensions.Logging;

namespace StreamPlatform.Azure.Telemetry;

internal static partial class Logs
{
    [LoggerMessage(EventId = 1, Message = "The Kafka client says ({Facility}): {Line}")]
    public static partial void ClientSaid(ILogger logger, LogLevel level, string facility, string line);
}
