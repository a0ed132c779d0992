using Microsoft.Extensions.Logging;

namespace StreamPlatform.Media.Transcoding;

internal static partial class Logs
{
    [LoggerMessage(3201, LogLevel.Warning, "ffmpeg failed for {AssetId} {RunId} {ItemId}: exit {ExitCode}, out of time: {TimedOut}\n{Tail}")]
    public static partial void FfmpegFailed(ILogger logger, string assetId, string runId, string itemId, int exitCode, bool timedOut, string tail);
}
