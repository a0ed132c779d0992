using StreamPlatform.Media.Tools;

namespace StreamPlatform.Media.Transcoding;

/// <summary>An item could not be made.</summary>
/// <param name="code">Stable code.</param>
/// <param name="message">A sentence for the creator.</param>
/// <param name="retry">It may work another time or on another machine.</param>
public sealed class EncodeException(string code, string message, bool retry, Exception? inner = null) : Exception(message, inner)
{
    public string Code { get; } = code;
    public bool Retry { get; } = retry;

    /// <summary>What an ffmpeg's failing end says of the item.</summary>
    internal static EncodeException Of(ToolExit exit) => exit.OutOfTime
        ? new EncodeException("transcode.too_costly", "Encoding took far longer than a video of this size should; the file is damaged or made to be slow.", retry: false)
        : new EncodeException("transcode.failed", "The file could not be encoded.", retry: true);
}
