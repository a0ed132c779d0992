using StreamPlatform.Domain.Catalog;

namespace StreamPlatform.Domain.Social.Playlists;

/// <summary>An item whose video the reader may see.</summary>
public sealed record ShownItem(PlaylistItem Item, Asset Asset);
