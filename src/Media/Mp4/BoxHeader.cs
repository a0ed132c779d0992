namespace StreamPlatform.Media.Mp4;

/// <summary>Size and type of a box found in a stream (ISO/IEC 14496-12, 4.2).</summary>
/// <param name="Offset">Position of the box's first byte in the stream.</param>
/// <param name="BodyBytes">Bytes after the header; null when the box reaches to the end of the stream.</param>
public readonly record struct BoxHeader(FourCc Type, long Offset, long? BodyBytes);
