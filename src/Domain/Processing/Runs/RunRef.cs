using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Processing.Extensions;

namespace StreamPlatform.Domain.Processing.Runs;

/// <summary>
/// Who acts on an asset: one workflow instance, for one generation. Every step looks whether it still is the asset's
/// current run, because a cancel, a delete or a new original may have come between any two of them.
/// </summary>
public sealed record RunRef(string AssetId, int Generation, string WorkflowId)
{
    internal static readonly Error Stopped = Error.Silent("run.stopped");

    internal bool IsCurrent(Asset asset) =>
        asset.Generation == Generation
        && (asset.WorkflowId == WorkflowId
            ? asset.IsInProgress
            : RevisionExtension.IsMaking(asset) && asset.Extension!.WorkflowId == WorkflowId);

    /// <summary>True when the asset has not moved on to another run, in whatever state it is.</summary>
    internal bool IsLatest(Asset asset) => asset.Generation == Generation && asset.WorkflowId == WorkflowId;

    internal Error? Guard(Asset asset) => IsCurrent(asset) ? null : Stopped;
}
