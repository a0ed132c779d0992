namespace StreamPlatform.Media.Mp4;

/// <summary>A part of a sample (ISO/IEC 14496-12, 8.7.7).</summary>
/// <param name="Size">Bytes.</param>
/// <param name="Priority">Higher matters more.</param>
/// <param name="Discardable">Not needed to decode the sample.</param>
/// <param name="Parameters">Their meaning is the codec's.</param>
public readonly record struct SubSample(uint Size, byte Priority, bool Discardable, uint Parameters);
