namespace StreamPlatform.Domain.Processing;

/// <summary>A run of whole segments that is encoded by one item. <paramref name="FrameCount"/> is null for the last: to the end.</summary>
public sealed record Chunk(int Index, long StartFrame, long? FrameCount);
