namespace StreamPlatform.Live.Rtmp;

/// <summary>The connection can't go on: what the peer sent is not what RTMP, or we, allow.</summary>
/// <param name="code">Stable, for logs and metrics.</param>
internal sealed class RtmpException(string code, string message) : Exception(message)
{
    public string Code => code;

    /// <summary>The bytes are no RTMP.</summary>
    public static RtmpException Malformed(string what) => new("rtmp.malformed", what);

    /// <summary>It is RTMP, and more of something than is granted.</summary>
    public static RtmpException TooMuch(string what) => new("rtmp.too_much", what);
}
