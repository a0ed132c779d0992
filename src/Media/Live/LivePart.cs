namespace StreamPlatform.Media.Live;

/// <summary>A Partial Segment (RFC 8216bis, 4.4.4.9): one CMAF chunk. Times in ticks of its track.</summary>
/// <param name="Index">Of its segment, from 0.</param>
/// <param name="IsIndependent">Starts with a sample that needs no other.</param>
public sealed record LivePart(int Index, long Duration, bool IsIndependent, ReadOnlyMemory<byte> Bytes);
