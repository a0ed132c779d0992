namespace StreamPlatform.Domain.Social.Comments;

/// <summary>What somebody says of a video, or of what another said of it. It lies with all comments of the asset.</summary>
public sealed record Comment
{
    public const int CurrentSchemaVersion = 1;
    public const string IdPrefix = "comment";

    /// <summary>The author of what somebody said whose account is gone.</summary>
    public const string Nobody = "user_00000000000000000000000000";

    public int SchemaVersion { get; init; } = CurrentSchemaVersion;
    public required string AssetId { get; init; }
    public required string Id { get; init; }

    /// <summary>The thread that it replies to; null of one that begins a thread. Replies have no replies.</summary>
    public string? ParentId { get; init; }

    public required string AuthorId { get; init; }

    /// <summary>As it was written; null once it was taken back.</summary>
    public string? Text { get; init; }

    public IReadOnlyList<Mention> Mentions { get; init; } = [];
    public required CommentState State { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Null of what was never edited.</summary>
    public DateTimeOffset? EditedAt { get; init; }

    /// <summary>How often it was edited.</summary>
    public int Edits { get; init; }

    /// <summary>There were visible replies when it was taken back, and still are: it keeps its place.</summary>
    public bool KeepsPlace { get; init; }

    /// <summary>It is in the listing of threads, itself or as what replies hang on.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsListed => State == CommentState.Visible || (State == CommentState.Deleted && KeepsPlace);
}
