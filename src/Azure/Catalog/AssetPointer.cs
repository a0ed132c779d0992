using StreamPlatform.Azure.Cosmos;
using StreamPlatform.Domain.Catalog;

namespace StreamPlatform.Azure.Catalog;

/// <summary>
/// An item by which an asset is found from another partition than its own: from a playback ID, or from its owner. It says
/// where to look; the asset says whether it is so.
/// </summary>
internal sealed record AssetPointer : Item
{
    public override string Type => SortKey is null ? "playbackId" : "ownerAsset";
    public required string AssetId { get; init; }

    /// <summary>From an owner: the owner.</summary>
    public string? OwnerId { get; init; }

    /// <summary>From an owner: the asset's place in the listing; see <see cref="SortKeys"/>.</summary>
    public string? SortKey { get; init; }

    public static AssetPointer FromPlaybackId(string playbackId, Asset asset) =>
        new() { Id = ItemKey.Encode(playbackId), AssetId = asset.Id };

    public static AssetPointer FromOwner(Asset asset) => new()
    {
        Id = ItemKey.Encode(asset.Id),
        AssetId = asset.Id,
        OwnerId = asset.OwnerId,
        SortKey = SortKeys.Of(asset.CreatedAt, asset.Id),
    };
}
