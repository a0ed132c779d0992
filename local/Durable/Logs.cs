using Microsoft.Extensions.Logging;

namespace StreamPlatform.Local.Durable;

/// <summary>What the engine logs.</summary>
internal static partial class Logs
{
    [LoggerMessage(1, LogLevel.Warning, "Activity {Activity} of workflow {WorkflowId} failed")]
    public static partial void ActivityFailed(this ILogger logger, Exception error, string activity, string workflowId);

    [LoggerMessage(2, LogLevel.Error, "A turn of workflow {WorkflowId} could not be stored and is repeated")]
    public static partial void TurnNotStored(this ILogger logger, Exception error, string workflowId);

    [LoggerMessage(3, LogLevel.Warning, "Workflow {WorkflowId} ({Orchestrator}) failed: {Failure}")]
    public static partial void WorkflowFailed(
        this ILogger logger, string workflowId, string orchestrator, TaskFailureDetails failure);

    [LoggerMessage(4, LogLevel.Information, "Workflow {WorkflowId} ({Orchestrator}) ended: {Status}")]
    public static partial void WorkflowEnded(
        this ILogger logger, string workflowId, string orchestrator, OrchestrationRuntimeStatus status);

    [LoggerMessage(5, LogLevel.Information, "Taking up {Activities} activities, {Timers} timers and {Messages} messages")]
    public static partial void Recovered(this ILogger logger, int activities, int timers, int messages);
}
