using StreamPlatform.Domain.Processing;

namespace StreamPlatform.Media.Packaging.Cutting;

/// <summary>One CMAF segment (styp, moof, mdat), already read back and checked.</summary>
public sealed record SegmentPart(string Rendition, SegmentFacts Facts, ReadOnlyMemory<byte> Bytes) : CutPart(Rendition);
