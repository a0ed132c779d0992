namespace StreamPlatform.Functions.Social;

/// <summary>How many like a comment, and whether the caller does.</summary>
public sealed record CommentLikesBody(bool Liked, long Likes);
