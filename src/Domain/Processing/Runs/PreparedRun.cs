using StreamPlatform.Domain.Catalog;

namespace StreamPlatform.Domain.Processing.Runs;

/// <summary>What the workflow needs of a plan, small enough for its history, with the settings it was started under.</summary>
/// <param name="RunId">Null unless the run was planned.</param>
/// <param name="Items">In the plan's order.</param>
public sealed record PreparedRun(
    RunVerdict Verdict,
    string? RunId,
    IReadOnlyList<RunItem> Items,
    ProcessingOptions Options,
    AssetFailure? Failure = null);

/// <summary>An item of the plan.</summary>
public sealed record RunItem(string Id, WorkItemKind Kind, WorkPriority Priority)
{
    /// <summary>It can't be queued before the title was measured and its ladder settled.</summary>
    public bool AfterMeasure { get; init; }

    /// <summary>True when the asset can't be published without it: pictures are an ornament, a head start only a quick one.</summary>
    public bool IsEssential() => Kind is WorkItemKind.Video or WorkItemKind.Audio;
}
