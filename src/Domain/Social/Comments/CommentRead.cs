using StreamPlatform.Domain.Catalog;

namespace StreamPlatform.Domain.Social.Comments;

/// <summary>What is looked at before a comment is written. The section is read first: replacing it proves that nothing else was decided since.</summary>
/// <param name="Parent">The thread that the comment replies to; null of a thread.</param>
public sealed record CommentRead(
    string AssetId, Stored<CommentSection>? Section, Stored<Comment>? Comment, Stored<CommentStanding>? Standing, Stored<Comment>? Parent, Stored<CommentStanding>? ParentStanding)
{
    public CommentMode Mode => Section?.Value.Mode ?? CommentMode.On;
}
