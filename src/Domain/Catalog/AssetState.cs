namespace StreamPlatform.Domain.Catalog;

/// <summary>Where an asset is on its way. Which event leads where is in <see cref="AssetTransitions"/>.</summary>
public enum AssetState
{
    /// <summary>An upload was created; no bytes have been committed yet.</summary>
    AwaitingUpload,

    /// <summary>The original is whole; a workflow is starting or probing it.</summary>
    Probing,

    /// <summary>Accepted and planned, but expected to cost more than its cap: nothing is made before its owner's yes.</summary>
    AwaitingApproval,

    /// <summary>Accepted and planned; work items are running. Playable for its owner once a first segment is listed.</summary>
    Processing,

    /// <summary>A revision is published.</summary>
    Ready,

    /// <summary>Nothing to play; <see cref="Asset.Failure"/> says why.</summary>
    Failed,

    /// <summary>The owner stopped it before it was ready.</summary>
    Cancelled,

    /// <summary>Being deleted: nothing may be written any more.</summary>
    Deleting,

    /// <summary>Gone; the document stays as a tombstone so that late events find it.</summary>
    Deleted,
}
