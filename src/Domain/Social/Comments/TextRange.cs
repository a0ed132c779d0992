namespace StreamPlatform.Domain.Social.Comments;

/// <summary>A part of a text, in UTF-16 code units, as browsers count.</summary>
public readonly record struct TextRange(int Start, int Length);
