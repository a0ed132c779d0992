namespace StreamPlatform.Media.Packaging.Cutting;

/// <summary>A sample as the input's fragments describe it; times in ticks of the input track.</summary>
/// <param name="Offset">Position of its data in the stream.</param>
internal readonly record struct SourceSample(uint TrackId, long DecodeTime, uint Duration, int CompositionOffset, bool IsSync, long Offset, int Size);
