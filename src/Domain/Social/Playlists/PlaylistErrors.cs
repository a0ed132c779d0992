namespace StreamPlatform.Domain.Social.Playlists;

/// <summary>What can be refused about playlists.</summary>
public static class PlaylistErrors
{
    /// <summary>There is no such playlist, or the caller may not see or change it.</summary>
    public static Error NotFound() => new("playlist.not_found", 404, "There is no such playlist.");

    /// <summary>The playlist has no such item.</summary>
    public static Error ItemNotFound() => new("playlist.item_not_found", 404, "There is no such item in the playlist.");

    /// <summary>The title is missing, too long or holds control characters, or the description is too long.</summary>
    public static Error Invalid() => new(
        "playlist.invalid", 400, $"A playlist has a title of 1 to {Playlist.LongestTitle} characters without control characters, and a description of at most {Playlist.LongestDescription}.");

    /// <summary>The ETag in <c>If-Match</c> is no longer the playlist's.</summary>
    public static Error Changed() => new("playlist.changed", 412, "The playlist was changed meanwhile. Read it again and repeat the change.");

    /// <summary>It has as many items as it may.</summary>
    public static Error Full() => new("playlist.full", 409, $"A playlist has at most {Playlist.MostItems} items. Take some out first.");
}
