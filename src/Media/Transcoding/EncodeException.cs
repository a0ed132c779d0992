namespace StreamPlatform.Media.Transcoding;

/// <summary>An item could not be made.</summary>
/// <param name="code">Stable code.</param>
/// <param name="message">A sentence for the creator.</param>
/// <param name="retry">It may work another time or on another machine.</param>
public sealed class EncodeException(string code, string message, bool retry, Exception? inner = null) : Exception(message, inner)
{
    public string Code { get; } = code;
    public bool Retry { get; } = retry;
}
