using StreamPlatform.Domain.Accounts.Profiles;

namespace StreamPlatform.Domain.Social.Comments;

/// <summary>A comment as somebody sees it.</summary>
/// <param name="IsPinned">It is shown first.</param>
/// <param name="IsLiked">By who asks.</param>
/// <param name="Author">Null of somebody who says nothing of themselves, or is hidden.</param>
public sealed record ShownComment(Comment Comment, CommentStanding Standing, bool IsPinned, bool IsLiked, Profile? Author);
