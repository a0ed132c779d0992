namespace StreamPlatform.Domain.Catalog;

/// <summary>What can be refused about an asset.</summary>
public static class AssetErrors
{
    public const int MaxTitleLength = 200;

    /// <summary>There is no asset with this id, or it belongs to someone else.</summary>
    public static Error NotFound(string assetId) =>
        new("asset.not_found", 404, $"There is no asset {assetId} in your account.");

    /// <summary>The asset is in a state in which this can't be done to it.</summary>
    public static Error WrongState(string assetId, AssetState state, string wanted) =>
        new("asset.wrong_state", 409, $"{wanted} is not possible: asset {assetId} is {Describe(state)}.");

    /// <summary>The asset is in the trash, where nothing can be done to it but restoring and erasing it.</summary>
    public static Error Trashed(string assetId) =>
        new("asset.trashed", 409, $"Asset {assetId} is in the trash. Restore it first.");

    /// <summary>Moderators took the asset down: nothing can be done with it but looking at it, appealing and deleting it.</summary>
    public static Error TakenDown(string assetId) =>
        new("asset.taken_down", 409, $"Moderators took asset {assetId} down. The asset says why; you can appeal once, or delete it.");

    /// <summary>The asset plays by as many IDs as it may.</summary>
    public static Error TooManyPlaybackIds(int most) =>
        new("asset.too_many_playback_ids", 409, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"An asset has at most {most} playback IDs. Delete one first."));

    /// <summary>Without any ID nobody could play the asset any more.</summary>
    public static Error LastPlaybackId() =>
        new("asset.last_playback_id", 409, "This is the asset's only playback ID. Make another one first.");

    /// <summary>The asset isn't waiting for its owner's yes.</summary>
    public static Error NothingToApprove(string assetId, AssetState state) =>
        new("asset.nothing_to_approve", 409, $"There is nothing to approve: asset {assetId} is {Describe(state)}.");

    /// <summary>The ETag in <c>If-Match</c> is no longer the asset's: someone changed it since it was read.</summary>
    public static Error Changed(string assetId) =>
        new("asset.changed", 412, $"Asset {assetId} was changed meanwhile. Read it again and repeat the change.");

    /// <summary>Many writers at once: the write was given up after several tries.</summary>
    public static Error Busy(string assetId) =>
        new("asset.busy", 503, $"Asset {assetId} is being changed by others. Try again in a moment.");

    /// <summary>The title is empty, too long or holds control characters.</summary>
    public static Error TitleInvalid() =>
        new("asset.title_invalid", 400, $"A title is 1 to {MaxTitleLength} characters without control characters.");

    /// <summary>The state as a person reads it.</summary>
    public static string Describe(AssetState state) => state switch
    {
        AssetState.AwaitingUpload => "waiting for its upload",
        AssetState.Probing => "being examined",
        AssetState.AwaitingApproval => "waiting for its cost to be approved",
        AssetState.Processing => "being processed",
        AssetState.Ready => "ready",
        AssetState.Failed => "failed",
        AssetState.Cancelled => "cancelled",
        AssetState.Deleting => "being deleted",
        _ => "deleted",
    };

    /// <summary>The event as a person reads it, at the start of a sentence.</summary>
    public static string Describe(AssetEvent on) => on switch
    {
        AssetEvent.SourceCommitted => "A new original",
        AssetEvent.Planned => "Planning",
        AssetEvent.CostExceeded => "Asking about its cost",
        AssetEvent.CostApproved => "Approving its cost",
        AssetEvent.Published => "Publishing",
        AssetEvent.Failed => "Failing",
        AssetEvent.CancelRequested => "Cancelling",
        AssetEvent.ReprocessRequested => "Reprocessing",
        AssetEvent.DeleteRequested => "Deleting",
        AssetEvent.Erased => "Erasing",
        _ => "Expiring the upload",
    };
}
