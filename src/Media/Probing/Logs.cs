using Microsoft.Extensions.Logging;

namespace StreamPlatform.Media.Probing;

internal static partial class Logs
{
    [LoggerMessage(3101, LogLevel.Information, "Source refused: {Code}. ffprobe: {Probe} ffmpeg: {Decode}")]
    public static partial void SourceRefused(ILogger logger, string code, string probe, string decode);
}
