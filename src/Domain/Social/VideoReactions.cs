namespace StreamPlatform.Domain.Social;

/// <summary>What viewers think of a video.</summary>
/// <param name="Mine">What the caller thinks; null for nothing, and of nobody.</param>
public sealed record VideoReactions(ReactionKind? Mine, long Likes, long Dislikes);
