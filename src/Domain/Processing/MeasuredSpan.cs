namespace StreamPlatform.Domain.Processing;

/// <summary>Consecutive frames of the output timeline.</summary>
public sealed record MeasuredSpan(long StartFrame, int FrameCount);
