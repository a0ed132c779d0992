namespace StreamPlatform.Functions.Social;

/// <summary>What a comment is to say.</summary>
public sealed record CommentTextBody(string? Text);
