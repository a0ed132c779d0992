namespace StreamPlatform.Domain.Processing;

/// <summary>Trick play: the rung whose key frames are also kept by themselves.</summary>
/// <param name="Preferred">Names of video renditions; the first of them that is made is the one.</param>
/// <param name="SegmentsPerBlob">Key frames of so many segments share a blob; counting begins anew with each chunk.</param>
public sealed record KeyFrameSpec(IReadOnlyList<string> Preferred, int SegmentsPerBlob);
