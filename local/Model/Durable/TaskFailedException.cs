namespace StreamPlatform.Local.Model;

/// <summary>An awaited activity or sub-orchestration failed, after its retries if it had any.</summary>
public sealed class TaskFailedException : Exception
{
    public TaskFailedException(string taskName, int taskId, TaskFailureDetails failureDetails)
        : base($"Task '{taskName}' (#{taskId}) failed with an unhandled exception: {failureDetails?.ErrorMessage}")
    {
        ArgumentNullException.ThrowIfNull(failureDetails);
        TaskName = taskName;
        TaskId = taskId;
        FailureDetails = failureDetails;
    }

    /// <summary>The activity's or sub-orchestrator's name.</summary>
    public string TaskName { get; }

    /// <summary>The call's number within the orchestration, as in its history.</summary>
    public int TaskId { get; }

    public TaskFailureDetails FailureDetails { get; }
}
