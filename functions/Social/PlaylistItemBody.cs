using StreamPlatform.Domain.Social.Playlists;

namespace StreamPlatform.Functions.Social;

/// <summary>A video in a playlist.</summary>
public sealed record PlaylistItemBody(string Id, string PlaybackId, string Title, double? DurationSeconds, DateTimeOffset AddedAt)
{
    public static PlaylistItemBody From(ShownItem shown) => new(shown.Item.Id, shown.Item.PlaybackId, shown.Asset.Title, shown.Asset.DurationSeconds, shown.Item.AddedAt);
}

/// <summary>A video that is to be in a playlist.</summary>
/// <param name="After">The item that it is to follow; empty for the start, absent for the end.</param>
public sealed record NewPlaylistItemBody(string PlaybackId, string? After);

/// <summary>Where an item is to be.</summary>
/// <param name="After">The item that it is to follow; empty for the start, absent for the end.</param>
public sealed record PlaceBody(string? After);

/// <summary>An item that is in its place.</summary>
public sealed record PlacedItemBody(string Id);
