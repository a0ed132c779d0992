namespace StreamPlatform.Domain.Processing;

/// <summary>One audio rendition, encoded once for the whole asset. <paramref name="Language"/> is BCP 47 or <c>und</c>.</summary>
public sealed record AudioRendition(string Name, string Codec, int SourceStreamIndex, int Channels, int SampleRate, long Bitrate, string Language);
