namespace StreamPlatform.Local.Model;

/// <summary>Options of starting an orchestration.</summary>
/// <param name="InstanceId">The instance's id; null means a new GUID.</param>
/// <param name="StartAt">Not to start before; null or a time in the past means at once.</param>
public record StartOrchestrationOptions(string? InstanceId = null, DateTimeOffset? StartAt = null);
