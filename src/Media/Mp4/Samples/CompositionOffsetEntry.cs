namespace StreamPlatform.Media.Mp4;

/// <summary><paramref name="Count"/> samples in a row, each shown <paramref name="Offset"/> ticks after it is decoded.</summary>
public readonly record struct CompositionOffsetEntry(uint Count, int Offset);
