namespace StreamPlatform.Domain.Social.Comments;

/// <summary>A page of a video's threads.</summary>
/// <param name="Pinned">On the first page, and on no page among the items; null when none is pinned.</param>
public sealed record CommentPage(CommentSection Section, ShownComment? Pinned, IReadOnlyList<ShownComment> Items, string? Cursor);
