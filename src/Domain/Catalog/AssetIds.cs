namespace StreamPlatform.Domain.Catalog;

/// <summary>How assets and their playback handles are named, and who sees them.</summary>
public static class AssetIds
{
    public const string Prefix = "asset";
    public const string PlaybackPrefix = "play";

    public static string New() => OpaqueId.New(Prefix);

    public static PlaybackId NewPlaybackId(PlaybackPolicy policy) => new(OpaqueId.New(PlaybackPrefix), policy);

    /// <summary>True for its owner until it is deleted; the tombstone that stays is nobody's.</summary>
    public static bool IsVisibleTo(Asset asset, string ownerId) =>
        asset.OwnerId == ownerId && asset.State != AssetState.Deleted;
}
