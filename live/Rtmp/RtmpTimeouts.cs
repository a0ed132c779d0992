namespace StreamPlatform.Live.Rtmp;

/// <param name="NoData">Longest silence of an encoder that is on air.</param>
internal sealed record RtmpTimeouts(TimeSpan NoData, TimeProvider Time);
