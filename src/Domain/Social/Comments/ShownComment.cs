namespace StreamPlatform.Domain.Social.Comments;

/// <summary>A comment as somebody sees it.</summary>
/// <param name="IsPinned">It is shown first.</param>
/// <param name="IsLiked">By who asks.</param>
public sealed record ShownComment(Comment Comment, CommentStanding Standing, bool IsPinned, bool IsLiked);
