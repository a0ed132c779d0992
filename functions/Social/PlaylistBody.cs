using StreamPlatform.Domain.Social.Playlists;
using StreamPlatform.Functions.Http;

namespace StreamPlatform.Functions.Social;

/// <summary>A playlist.</summary>
/// <param name="ItemCount">For its owner alone, where one playlist is asked for.</param>
public sealed record PlaylistBody(
    string Id, string OwnerId, string Title, string? Description, PlaylistVisibility Visibility, int? ItemCount, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt)
{
    public static PlaylistBody From(Playlist playlist, int? itemCount) => new(
        playlist.Id, playlist.OwnerId, playlist.Title, playlist.Description, playlist.Visibility, itemCount, playlist.CreatedAt, playlist.UpdatedAt);

    public static PageBody<PlaylistBody> PageOf(Domain.Catalog.Page<Playlist> page) => new([.. page.Items.Select(playlist => From(playlist, null))], page.Cursor);
}
