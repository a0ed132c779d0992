using StreamPlatform.Domain.Catalog;

namespace StreamPlatform.Domain.Processing.Runs;

/// <summary>What the workflow needs of a plan, small enough for its history, with the settings it was started under.</summary>
/// <param name="RunId">Null unless the run was planned.</param>
/// <param name="Items">In the plan's order.</param>
/// <param name="Question">Null when the work was begun; else it waits for the owner's yes, and nothing is queued.</param>
/// <param name="Required">See <see cref="RequiredRenditions"/>; null in histories of releases that needed every rendition.</param>
public sealed record PreparedRun(
    RunVerdict Verdict,
    string? RunId,
    IReadOnlyList<RunItem> Items,
    ProcessingOptions Options,
    AssetFailure? Failure = null,
    IReadOnlyList<IReadOnlyList<string>>? Required = null,
    CostQuestion? Question = null);

/// <summary>An item of the plan, or a part of one.</summary>
/// <param name="Renditions">What it makes; null in histories of earlier releases.</param>
public sealed record RunItem(string Id, WorkItemKind Kind, WorkPriority Priority, IReadOnlyList<string>? Renditions = null)
{
    /// <summary>It can't be queued before the title was measured and its ladder settled.</summary>
    public bool AfterMeasure { get; init; }

    /// <summary>True when renditions depend on it: pictures are an ornament, a head start only a quick one.</summary>
    public bool IsEssential() => Kind is WorkItemKind.Video or WorkItemKind.Audio;

    internal static IReadOnlyList<RunItem> Of(TranscodePlan plan) =>
    [
        .. plan.Items.Select(item => new RunItem(item.Id, item.Kind, item.Priority, item.Renditions)
        {
            AfterMeasure = item.Kind == WorkItemKind.Video && plan.Measure is not null,
        }),
    ];

    /// <summary>The same work, a rendition each: <see cref="WorkItemSpec.Parts"/>.</summary>
    public IReadOnlyList<RunItem> Parts() => !IsEssential() || Renditions is not { Count: > 1 }
        ? []
        : [.. Renditions.Select(rendition => this with { Id = WorkItemSpec.PartId(Id, rendition), Renditions = [rendition] })];
}
