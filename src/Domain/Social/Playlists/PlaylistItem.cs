namespace StreamPlatform.Domain.Social.Playlists;

/// <summary>A video in a playlist, once: its ID is made of the asset's.</summary>
/// <param name="PlaybackId">By which it was added, and is played.</param>
/// <param name="Rank">Items are in the order of this: see <see cref="Ranks"/>.</param>
/// <param name="ExpiresAt">Of what goes with its playlist; null of the others.</param>
public sealed record PlaylistItem(int SchemaVersion, string PlaylistId, string Id, string AssetId, string PlaybackId, string Rank, DateTimeOffset AddedAt, DateTimeOffset? ExpiresAt = null)
{
    public const int CurrentSchemaVersion = 1;

    public static string IdOf(string assetId) => OpaqueId.From("item", assetId);
}
