namespace StreamPlatform.Domain.Social;

/// <summary>What somebody thinks of a video.</summary>
/// <param name="At">Since when.</param>
public sealed record OwnReaction(string AssetId, ReactionKind Kind, DateTimeOffset At);
