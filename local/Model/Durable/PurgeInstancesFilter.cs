namespace StreamPlatform.Local.Model;

/// <summary>Which finished instances to purge; unfinished ones never are.</summary>
public record PurgeInstancesFilter(
    DateTimeOffset? CreatedFrom = null,
    DateTimeOffset? CreatedTo = null,
    IEnumerable<OrchestrationRuntimeStatus>? Statuses = null);
