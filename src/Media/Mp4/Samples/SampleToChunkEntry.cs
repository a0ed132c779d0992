namespace StreamPlatform.Media.Mp4;

/// <summary>From chunk <paramref name="FirstChunk"/> (counted from 1) to the next entry's, each chunk has so many samples.</summary>
/// <param name="Description">Number, from 1, of the sample entry in stsd that describes them.</param>
public readonly record struct SampleToChunkEntry(uint FirstChunk, uint SamplesPerChunk, uint Description);
