using StreamPlatform.Media.Packaging.Cutting;

namespace StreamPlatform.Media.Packaging.Static;

/// <summary>A segment's samples, in order and without gaps, and where their data is in its blob.</summary>
internal sealed record SegmentTable(string Name, long DataOffset, long DataBytes, IReadOnlyList<SourceSample> Samples);
