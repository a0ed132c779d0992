namespace StreamPlatform.Media.Mp4;

/// <summary>The parameter sets of one kind in a hvcC (ISO/IEC 14496-15, 8.3.3.1).</summary>
/// <param name="NalType">32 video, 33 sequence, 34 picture parameter set, 39 supplemental information.</param>
/// <param name="IsComplete">None of the kind is in the samples.</param>
public sealed record HevcParameterSets(byte NalType, bool IsComplete, IReadOnlyList<ReadOnlyMemory<byte>> Units);
