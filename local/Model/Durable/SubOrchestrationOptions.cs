namespace StreamPlatform.Local.Model;

/// <summary>Options of a sub-orchestration call: a retry rule and an instance id of the caller's choice.</summary>
public record SubOrchestrationOptions : TaskOptions
{
    public SubOrchestrationOptions(TaskRetryOptions? retry = null, string? instanceId = null)
        : base(retry) => InstanceId = instanceId;

    public SubOrchestrationOptions(TaskOptions options, string? instanceId = null)
        : base(options) => InstanceId = instanceId ?? (options as SubOrchestrationOptions)?.InstanceId;

    /// <summary>Copies <paramref name="options"/>.</summary>
    public SubOrchestrationOptions(SubOrchestrationOptions options)
        : base(options) => InstanceId = options.InstanceId;

    /// <summary>The sub-orchestration's instance id; null means one derived from the parent's, the same at each replay.</summary>
    public string? InstanceId { get; init; }
}
