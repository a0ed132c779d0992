namespace StreamPlatform.Local.Model;

/// <summary>The orchestration that started this one as its sub-orchestration.</summary>
public record ParentOrchestrationInstance(TaskName Name, string InstanceId);
