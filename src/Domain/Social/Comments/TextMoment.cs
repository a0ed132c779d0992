namespace StreamPlatform.Domain.Social.Comments;

/// <summary>A moment of the video that a part of a text names: <c>1:23</c>.</summary>
/// <param name="Start">In UTF-16 code units, as is <paramref name="Length"/>.</param>
public sealed record TextMoment(int Start, int Length, int Seconds);
