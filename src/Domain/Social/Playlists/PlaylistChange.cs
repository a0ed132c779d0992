namespace StreamPlatform.Domain.Social.Playlists;

/// <summary>What an owner wants of a playlist; null leaves a thing as it is.</summary>
/// <param name="Title">1 to 150 characters; a new one needs it.</param>
/// <param name="Description">At most 5000 characters; empty for none.</param>
/// <param name="Visibility">A new one is private.</param>
public sealed record PlaylistChange(string? Title = null, string? Description = null, PlaylistVisibility? Visibility = null)
{
    /// <summary>The playlist after the change, or <c>playlist.invalid</c>.</summary>
    internal Result<Playlist> ApplyTo(Playlist playlist)
    {
        var title = Title is null ? playlist.Title : Title.Trim();
        var description = Description is null ? playlist.Description : Description.Length == 0 ? null : Description;
        return title.Length > 0 && LengthOf(title) <= Playlist.LongestTitle && !title.Any(char.IsControl) && LengthOf(description ?? "") <= Playlist.LongestDescription
            ? playlist with { Title = title, Description = description, Visibility = Visibility ?? playlist.Visibility }
            : PlaylistErrors.Invalid();
    }

    private static int LengthOf(string text) => text.EnumerateRunes().Count();
}
