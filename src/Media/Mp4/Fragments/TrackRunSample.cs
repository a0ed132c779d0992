namespace StreamPlatform.Media.Mp4;

/// <summary>One sample of a trun; fields the run does not carry are 0. Times in ticks of the track.</summary>
public readonly record struct TrackRunSample(uint Duration, uint Size, SampleFlags Flags, int CompositionOffset);
