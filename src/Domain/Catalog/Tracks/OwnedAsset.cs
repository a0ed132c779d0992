namespace StreamPlatform.Domain.Catalog.Tracks;

/// <summary>Who may change what an asset carries.</summary>
internal static class OwnedAsset
{
    /// <summary>Null when the owner may.</summary>
    public static Error? Refuse(Stored<Asset> stored, string ownerId, string? ifMatch) =>
        !AssetIds.IsVisibleTo(stored.Value, ownerId) ? AssetErrors.NotFound(stored.Value.Id)
        : stored.Value.State == AssetState.Deleting ? AssetErrors.WrongState(stored.Value.Id, stored.Value.State, "Changing its tracks")
        : stored.Value.Trashed is not null ? AssetErrors.Trashed(stored.Value.Id)
        : stored.Value.IsTakenDown ? AssetErrors.TakenDown(stored.Value.Id)
        : ifMatch is not null && ifMatch != stored.ETag ? AssetErrors.Changed(stored.Value.Id)
        : null;
}
