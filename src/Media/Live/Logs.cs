using Microsoft.Extensions.Logging;

namespace StreamPlatform.Media.Live;

internal static partial class Logs
{
    [LoggerMessage(3301, LogLevel.Warning, "ffmpeg failed for a broadcast: exit {ExitCode}, out of time: {TimedOut}, defect: {Defect}\n{Tail}")]
    public static partial void EncoderFailed(ILogger logger, int exitCode, bool timedOut, string? defect, string tail);
}
