using StreamPlatform.Domain.Processing;

namespace StreamPlatform.Media.Packaging.Cutting;

/// <summary>The key frames of some segments of a rendition, for trick play; already read back and checked.</summary>
public sealed record KeyFramePart(string Rendition, KeyFrameBlob Facts, ReadOnlyMemory<byte> Bytes) : CutPart(Rendition);
