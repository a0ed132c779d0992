namespace StreamPlatform.Domain.Social.Comments;

/// <summary>Where a comment of a person's is, with the person: written before it, and kept for good, to find all of theirs.</summary>
public sealed record OwnComment(int SchemaVersion, string PersonId, string AssetId, string CommentId, DateTimeOffset At)
{
    public const int CurrentSchemaVersion = 1;
}
