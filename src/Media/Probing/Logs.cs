using Microsoft.Extensions.Logging;

namespace StreamPlatform.Media.Probing;

internal static partial class Logs
{
    [LoggerMessage(3101, LogLevel.Information, "Source refused: {Code}. ffprobe: {Probe} ffmpeg: {Decode}")]
    public static partial void SourceRefused(ILogger logger, string code, string probe, string decode);

    [LoggerMessage(3102, LogLevel.Error, "No room in scratch for what is needed of an original of {Bytes} bytes.")]
    public static partial void DiskFull(ILogger logger, long bytes);
}
