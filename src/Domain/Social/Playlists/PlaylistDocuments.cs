using StreamPlatform.Domain.Stores;

namespace StreamPlatform.Domain.Social.Playlists;

/// <summary>The kinds of documents that playlists are.</summary>
public static class PlaylistDocuments
{
    public static DocumentKind<Playlist> Playlists { get; } = new("playlist", DocumentContainer.Social, playlist => KeyOf(playlist.Id));

    public static DocumentKind<PlaylistSize> Sizes { get; } = new("playlistSize", DocumentContainer.Social, size => SizeKey(size.PlaylistId));

    public static DocumentKind<PlaylistItem> Items { get; } = new("playlistItem", DocumentContainer.Social, item => new DocumentKey(item.PlaylistId, item.Id))
    {
        PlaceOf = item => item.ExpiresAt is null ? new ListPlace("", item.Rank) : null,
        ExpiryOf = item => item.ExpiresAt,
    };

    /// <summary>The newest first.</summary>
    public static DocumentKind<OwnPlaylist> OwnPlaylists { get; } =
        new("ownPlaylist", DocumentContainer.Social, own => new DocumentKey(own.OwnerId, own.PlaylistId)) { PlaceOf = own => ListPlace.At(own.At) };

    public static DocumentKey KeyOf(string playlistId) => new(playlistId, Playlist.DocumentId);

    public static DocumentKey SizeKey(string playlistId) => new(playlistId, PlaylistSize.DocumentId);
}
