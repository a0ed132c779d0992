namespace StreamPlatform.Domain.Playback;

/// <summary>A chapter of what is played, seconds.</summary>
public sealed record Chapter(double StartSeconds, double EndSeconds, string Title);
