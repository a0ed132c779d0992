namespace StreamPlatform.Local.Model;

/// <summary>Marks the <see cref="TaskOrchestrationContext"/> parameter of an orchestrator function.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class OrchestrationTriggerAttribute : Attribute
{
    /// <summary>The name the orchestrator is started by; null means the function's name.</summary>
    public string? Orchestration { get; set; }
}
