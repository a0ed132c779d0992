namespace StreamPlatform.Media.Mp4;

/// <summary><paramref name="Count"/> samples in a row, each <paramref name="Duration"/> ticks of the track's timescale long.</summary>
public readonly record struct TimeToSampleEntry(uint Count, uint Duration);
