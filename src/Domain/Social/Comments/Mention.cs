namespace StreamPlatform.Domain.Social.Comments;

/// <summary>Somebody who is meant by a part of a text that begins with <c>@</c>.</summary>
public sealed record Mention(int Start, int Length, string PersonId);
