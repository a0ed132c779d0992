namespace StreamPlatform.Live.Rtmp;

/// <summary>A message (RTMP 1.0, 6.1).</summary>
/// <param name="Timestamp">Milliseconds, wrapping.</param>
internal readonly record struct RtmpMessage(RtmpMessageType Type, uint StreamId, uint Timestamp, ReadOnlyMemory<byte> Body);
