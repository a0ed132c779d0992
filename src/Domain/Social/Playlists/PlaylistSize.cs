namespace StreamPlatform.Domain.Social.Playlists;

/// <summary>How many items a playlist has: written with each that comes or goes, apart from the playlist, whose own changes it does not disturb.</summary>
public sealed record PlaylistSize(int SchemaVersion, string PlaylistId, int Count)
{
    public const int CurrentSchemaVersion = 1;
    public const string DocumentId = "size";
}
