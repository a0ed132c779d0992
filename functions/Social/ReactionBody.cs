using StreamPlatform.Domain.Social;

namespace StreamPlatform.Functions.Social;

/// <summary>What viewers think of a video.</summary>
/// <param name="Mine">What the caller thinks; absent for nothing.</param>
/// <param name="Dislikes">For its owner alone.</param>
public sealed record ReactionBody(ReactionKind? Mine, long Likes, long? Dislikes)
{
    public static ReactionBody From(VideoReactions reactions, SeenVideo video) => new(reactions.Mine, reactions.Likes, video.IsOwner ? reactions.Dislikes : null);
}

/// <summary>What the caller thinks of a video.</summary>
public sealed record PutReactionBody(ReactionKind Kind);
