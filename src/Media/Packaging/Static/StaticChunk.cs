namespace StreamPlatform.Media.Packaging.Static;

/// <summary>The data of a segment, which becomes a chunk of the file.</summary>
/// <param name="Seconds">When it starts.</param>
/// <param name="Samples">Number of samples.</param>
internal readonly record struct StaticChunk(string Name, long DataOffset, long DataBytes, double Seconds, uint Samples);
