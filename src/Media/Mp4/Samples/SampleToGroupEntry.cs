namespace StreamPlatform.Media.Mp4;

/// <summary><paramref name="Count"/> samples in a row belong to the group described by entry <paramref name="Description"/>, from 1; 0 is no group.</summary>
public readonly record struct SampleToGroupEntry(uint Count, uint Description);
