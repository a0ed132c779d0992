namespace StreamPlatform.Local.Model;

/// <summary>Which instances to list.</summary>
/// <param name="CreatedFrom">Created at this time or later.</param>
/// <param name="CreatedTo">Created at this time or earlier.</param>
/// <param name="Statuses">In one of these states; null means any.</param>
/// <param name="TaskHubNames">Ignored: the embedded runtime has one hub.</param>
/// <param name="InstanceIdPrefix">Ids that start with this.</param>
/// <param name="PageSize">Instances a page, at most.</param>
/// <param name="FetchInputsAndOutputs">Whether to read inputs, outputs and custom status.</param>
/// <param name="ContinuationToken">Where a former page ended.</param>
public record OrchestrationQuery(
    DateTimeOffset? CreatedFrom = null,
    DateTimeOffset? CreatedTo = null,
    IEnumerable<OrchestrationRuntimeStatus>? Statuses = null,
    IEnumerable<string>? TaskHubNames = null,
    string? InstanceIdPrefix = null,
    int PageSize = OrchestrationQuery.DefaultPageSize,
    bool FetchInputsAndOutputs = false,
    string? ContinuationToken = null)
{
    public const int DefaultPageSize = 100;
}
