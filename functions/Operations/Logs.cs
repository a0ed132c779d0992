using Microsoft.Extensions.Logging;

namespace StreamPlatform.Functions.Operations;

internal static partial class Logs
{
    [LoggerMessage(LogLevel.Error, "The {Dependency} does not answer: {Reason}")]
    public static partial void DependencyDown(this ILogger logger, string dependency, string reason);

    [LoggerMessage(LogLevel.Warning, "The queues could not be looked at; what is told of them is old.")]
    public static partial void QueuesNotSeen(this ILogger logger, Exception error);

    [LoggerMessage(LogLevel.Warning, "How many watch could not be seen; what is told of it is old.")]
    public static partial void ViewersNotSeen(this ILogger logger, Exception error);

    [LoggerMessage(LogLevel.Information, "{Count} workflows that ended long ago are forgotten.")]
    public static partial void WorkflowsPurged(this ILogger logger, int count);
}
