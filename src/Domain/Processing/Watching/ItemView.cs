using StreamPlatform.Domain.Catalog;

namespace StreamPlatform.Domain.Processing.Watching;

/// <summary>A work item as seen from outside: its job leaves a progress blob while it runs and a marker when it ends.</summary>
/// <param name="Fraction">0 to 1 of the item's own work.</param>
/// <param name="Outputs">What is readable so far; final once the item has ended.</param>
public sealed record ItemView(
    WorkItemSpec Spec,
    ItemState State,
    double Fraction,
    IReadOnlyList<RenditionOutput> Outputs,
    DateTimeOffset? FirstSegmentAt,
    AssetFailure? Failure)
{
    public bool HasEnded => State is ItemState.Done or ItemState.Failed;

    /// <summary>It failed, and its parts are tried instead.</summary>
    public bool IsInParts => Failure is { } failure && !LostRenditions.IsFinal(Spec, failure);

    internal static ItemView From(WorkItemSpec spec, ItemProgress? progress, ItemMarker? marker) => marker switch
    {
        { Failure: { } failure } => new ItemView(
            spec, ItemState.Failed, progress?.Fraction ?? 0, progress?.Outputs ?? [], progress?.FirstSegmentAt, failure),
        not null => new ItemView(spec, ItemState.Done, 1, marker.Outputs, marker.FirstSegmentAt ?? progress?.FirstSegmentAt, null),
        null when progress is not null => new ItemView(
            spec, ItemState.Running, Math.Clamp(progress.Fraction, 0, 1), progress.Outputs, progress.FirstSegmentAt, null),
        null => new ItemView(spec, ItemState.Queued, 0, [], null, null),
    };
}

/// <summary>Where an item is.</summary>
public enum ItemState
{
    Queued,
    Running,
    Done,
    Failed,
}
