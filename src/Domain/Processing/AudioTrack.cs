namespace StreamPlatform.Domain.Processing;

/// <summary>An audio track. <paramref name="Language"/> is BCP 47 or <c>und</c>.</summary>
public sealed record AudioTrack(int StreamIndex, string Codec, int Channels, int SampleRate, string Language);
