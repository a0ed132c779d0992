namespace StreamPlatform.Domain.Social.Comments;

/// <summary>What the video's owner, or a moderator, decides on a comment; null leaves a thing as it is.</summary>
/// <param name="State">Whether it is seen; <c>deleted</c> is its author's alone.</param>
/// <param name="Pinned">Shown first, instead of what was; of threads that are visible.</param>
/// <param name="Hearted">The owner's heart, which nobody else gives.</param>
public sealed record CommentDecision(CommentState? State = null, bool? Pinned = null, bool? Hearted = null);
