namespace StreamPlatform.Domain.Social.Comments;

/// <summary>
/// All comments of an asset taken together. Whoever adds a comment or changes whether it is seen replaces this in the same
/// batch, so that its counts are right at every moment, and everything is decided in one order.
/// </summary>
public sealed record CommentSection
{
    public const int CurrentSchemaVersion = 1;
    public const string Id = "section";

    public int SchemaVersion { get; init; } = CurrentSchemaVersion;
    public required string AssetId { get; init; }
    public CommentMode Mode { get; init; }

    /// <summary>The thread that is shown first; null for none.</summary>
    public string? PinnedId { get; init; }

    /// <summary>Comments and replies that everybody sees.</summary>
    public long Count { get; init; }

    /// <summary>Those that wait for a decision.</summary>
    public long Held { get; init; }
}
