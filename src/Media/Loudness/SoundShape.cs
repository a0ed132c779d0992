namespace StreamPlatform.Media.Loudness;

/// <summary>A source track as it is downmixed for renditions: what has one loudness.</summary>
internal readonly record struct SoundShape(int StreamIndex, int Channels, int SampleRate);
