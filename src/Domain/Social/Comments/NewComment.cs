namespace StreamPlatform.Domain.Social.Comments;

/// <summary>What somebody wants to say.</summary>
/// <param name="Text">1 to 10,000 characters.</param>
/// <param name="ParentId">The comment that it replies to; a reply to a reply goes to the same thread.</param>
public sealed record NewComment(string? Text, string? ParentId = null);
