using StreamPlatform.Domain.Social.Comments;

namespace StreamPlatform.Functions.Social;

/// <summary>What becomes of comments on a video.</summary>
public sealed record CommentingBody(CommentMode Mode);
