namespace StreamPlatform.Local.Durable;

/// <summary>An instance of the id to start exists and has not finished.</summary>
public sealed class OrchestrationAlreadyExistsException(string instanceId, OrchestrationRuntimeStatus status)
    : InvalidOperationException($"An orchestration instance '{instanceId}' with the status {status} already exists.")
{
    public string InstanceId { get; } = instanceId;

    public OrchestrationRuntimeStatus Status { get; } = status;
}
