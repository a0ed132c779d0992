namespace StreamPlatform.Domain.Social;

/// <summary>What a viewer thinks of a video.</summary>
public enum ReactionKind
{
    Like,
    Dislike,
}
