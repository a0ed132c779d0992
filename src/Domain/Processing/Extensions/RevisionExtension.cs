using StreamPlatform.Domain.Catalog;

namespace StreamPlatform.Domain.Processing.Extensions;

/// <summary>
/// The latest run that extends an asset's published revision by renditions: the asset stays ready and plays meanwhile. At
/// most one is made at a time, and a new original or a reprocess ends it.
/// </summary>
/// <param name="Number">Counts the extensions of a generation from 1.</param>
/// <param name="Generation"><see cref="Asset.Generation"/> it belongs to.</param>
/// <param name="WorkflowId">Its workflow instance.</param>
public sealed record RevisionExtension(int Number, int Generation, string WorkflowId, IReadOnlyList<WantedRung> Wanted, DateTimeOffset RequestedAt)
{
    public ExtensionState State { get; init; }

    /// <summary>Where its blobs live; null until it is planned.</summary>
    public string? RunId { get; init; }

    /// <summary>See <see cref="ExtensionRun"/>.</summary>
    public string? Step { get; init; }

    /// <summary>Why nothing came of it.</summary>
    public AssetFailure? Failure { get; init; }

    /// <summary>True while the asset's own state allows it to go on.</summary>
    public static bool IsMaking(Asset asset) =>
        asset is { State: AssetState.Ready, Extension: { State: ExtensionState.Making } extension } && extension.Generation == asset.Generation;
}
