namespace StreamPlatform.Domain.Catalog;

/// <summary>What can happen to an asset.</summary>
public enum AssetEvent
{
    /// <summary>A block list was committed for the current upload.</summary>
    SourceCommitted,

    /// <summary>The original was accepted and a plan made.</summary>
    Planned,

    /// <summary>The plan is expected to cost more than the owner allowed.</summary>
    CostExceeded,

    /// <summary>The owner allows it.</summary>
    CostApproved,

    /// <summary>A revision was published.</summary>
    Published,

    /// <summary>Nothing playable can come of this run.</summary>
    Failed,

    /// <summary>The owner stopped the run.</summary>
    CancelRequested,

    /// <summary>The owner wants the stored original processed again.</summary>
    ReprocessRequested,

    /// <summary>The owner deletes the asset.</summary>
    DeleteRequested,

    /// <summary>Everything the asset made is gone.</summary>
    Erased,

    /// <summary>The upload ran out before anything was committed.</summary>
    UploadExpired,
}

/// <summary>The asset's state machine: a pair that is not in the table is not allowed.</summary>
public static class AssetTransitions
{
    private static readonly Dictionary<(AssetState From, AssetEvent On), AssetState> Table = new()
    {
        [(AssetState.AwaitingUpload, AssetEvent.SourceCommitted)] = AssetState.Probing,
        [(AssetState.AwaitingUpload, AssetEvent.UploadExpired)] = AssetState.Failed,
        [(AssetState.AwaitingUpload, AssetEvent.Failed)] = AssetState.Failed,
        [(AssetState.AwaitingUpload, AssetEvent.CancelRequested)] = AssetState.Cancelled,
        [(AssetState.AwaitingUpload, AssetEvent.DeleteRequested)] = AssetState.Deleting,

        [(AssetState.Probing, AssetEvent.Planned)] = AssetState.Processing,
        [(AssetState.Probing, AssetEvent.Failed)] = AssetState.Failed,
        [(AssetState.Probing, AssetEvent.CancelRequested)] = AssetState.Cancelled,
        [(AssetState.Probing, AssetEvent.DeleteRequested)] = AssetState.Deleting,
        [(AssetState.Probing, AssetEvent.SourceCommitted)] = AssetState.Probing,

        [(AssetState.Probing, AssetEvent.CostExceeded)] = AssetState.AwaitingApproval,
        [(AssetState.AwaitingApproval, AssetEvent.CostApproved)] = AssetState.Processing,
        [(AssetState.AwaitingApproval, AssetEvent.Failed)] = AssetState.Failed,
        [(AssetState.AwaitingApproval, AssetEvent.CancelRequested)] = AssetState.Cancelled,
        [(AssetState.AwaitingApproval, AssetEvent.DeleteRequested)] = AssetState.Deleting,
        [(AssetState.AwaitingApproval, AssetEvent.SourceCommitted)] = AssetState.Probing,

        [(AssetState.Processing, AssetEvent.Published)] = AssetState.Ready,
        [(AssetState.Processing, AssetEvent.Failed)] = AssetState.Failed,
        [(AssetState.Processing, AssetEvent.CancelRequested)] = AssetState.Cancelled,
        [(AssetState.Processing, AssetEvent.DeleteRequested)] = AssetState.Deleting,

        // A new original supersedes the run of the one before it, which finds out by its generation and erases itself.
        [(AssetState.Processing, AssetEvent.SourceCommitted)] = AssetState.Probing,

        // A ready asset keeps playing its published revision while a new original or a reprocess runs.
        [(AssetState.Ready, AssetEvent.SourceCommitted)] = AssetState.Probing,
        [(AssetState.Ready, AssetEvent.ReprocessRequested)] = AssetState.Probing,
        [(AssetState.Ready, AssetEvent.DeleteRequested)] = AssetState.Deleting,

        [(AssetState.Failed, AssetEvent.SourceCommitted)] = AssetState.Probing,
        [(AssetState.Failed, AssetEvent.ReprocessRequested)] = AssetState.Probing,
        [(AssetState.Failed, AssetEvent.DeleteRequested)] = AssetState.Deleting,

        [(AssetState.Cancelled, AssetEvent.SourceCommitted)] = AssetState.Probing,
        [(AssetState.Cancelled, AssetEvent.ReprocessRequested)] = AssetState.Probing,
        [(AssetState.Cancelled, AssetEvent.DeleteRequested)] = AssetState.Deleting,

        [(AssetState.Deleting, AssetEvent.Erased)] = AssetState.Deleted,
    };

    /// <summary>The state after <paramref name="on"/>, or null when the event is not allowed in <paramref name="from"/>.</summary>
    public static AssetState? Next(AssetState from, AssetEvent on) =>
        Table.TryGetValue((from, on), out var to) ? to : null;
}
