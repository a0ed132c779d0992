namespace StreamPlatform.Functions.Social;

/// <summary>What a comment said before.</summary>
/// <param name="At">When it was written.</param>
public sealed record CommentEditBody(string Text, DateTimeOffset At);
