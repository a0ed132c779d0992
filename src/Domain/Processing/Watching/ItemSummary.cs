using StreamPlatform.Domain.Catalog;

namespace StreamPlatform.Domain.Processing.Watching;

/// <summary>A work item as the API shows it.</summary>
public sealed record ItemSummary(
    string Id,
    WorkItemKind Kind,
    WorkPriority Priority,
    IReadOnlyList<string> Renditions,
    ItemState State,
    double Fraction,
    AssetFailure? Failure)
{
    public static ItemSummary Of(ItemView item) => new(
        item.Spec.Id,
        item.Spec.Kind,
        item.Spec.Priority,
        item.Spec.Renditions,
        item.State,
        Math.Round(item.Fraction, 3),
        item.Failure);
}
