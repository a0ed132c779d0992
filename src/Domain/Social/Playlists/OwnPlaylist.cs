namespace StreamPlatform.Domain.Social.Playlists;

/// <summary>That a playlist is a person's, with the person: written before it, and checked when it is followed.</summary>
public sealed record OwnPlaylist(int SchemaVersion, string OwnerId, string PlaylistId, DateTimeOffset At)
{
    public const int CurrentSchemaVersion = 1;
}
