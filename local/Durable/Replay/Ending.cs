namespace StreamPlatform.Local.Durable;

/// <summary>How an execution ended.</summary>
/// <param name="Status">Completed, failed or terminated; running if it starts over.</param>
/// <param name="Output">The output as JSON.</param>
/// <param name="Failure">Why it failed.</param>
/// <param name="Restart">Set if it starts over.</param>
/// <param name="Recursive">Of a termination: whether its sub-orchestrations end too.</param>
internal sealed record Ending(
    OrchestrationRuntimeStatus Status,
    string? Output = null,
    TaskFailureDetails? Failure = null,
    Restart? Restart = null,
    bool Recursive = false)
{
    public static Ending Failed(TaskFailureDetails failure) => new(OrchestrationRuntimeStatus.Failed, null, failure);

    public static Ending Failed(Exception exception) => Failed(Failures.From(exception));
}
