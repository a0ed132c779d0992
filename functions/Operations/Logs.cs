using Microsoft.Extensions.Logging;

namespace StreamPlatform.Functions.Operations;

internal static partial class Logs
{
    [LoggerMessage(LogLevel.Error, "The {Dependency} does not answer: {Reason}")]
    public static partial void DependencyDown(this ILogger logger, string dependency, string reason);

    [LoggerMessage(LogLevel.Information, "{Count} workflows that ended long ago are forgotten.")]
    public static partial void WorkflowsPurged(this ILogger logger, int count);
}
