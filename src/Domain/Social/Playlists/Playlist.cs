namespace StreamPlatform.Domain.Social.Playlists;

/// <summary>Videos that somebody put in an order. It and its items are in one partition.</summary>
public sealed record Playlist
{
    public const int CurrentSchemaVersion = 1;
    public const string IdPrefix = "playlist", DocumentId = "playlist";

    /// <summary>Items of one.</summary>
    public const int MostItems = 5000;

    /// <summary>In code points.</summary>
    public const int LongestTitle = 150, LongestDescription = 5000;

    public int SchemaVersion { get; init; } = CurrentSchemaVersion;
    public required string Id { get; init; }
    public required string OwnerId { get; init; }
    public required string Title { get; init; }
    public string? Description { get; init; }
    public PlaylistVisibility Visibility { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset UpdatedAt { get; init; }
}
