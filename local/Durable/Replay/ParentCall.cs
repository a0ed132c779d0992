namespace StreamPlatform.Local.Durable;

/// <summary>The call that a sub-orchestration answers.</summary>
internal sealed record ParentCall(string InstanceId, long Execution, string Name, int TaskId);
