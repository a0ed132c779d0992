using Microsoft.Extensions.Logging;

namespace StreamPlatform.Transcoder;

internal static partial class Logs
{
    [LoggerMessage(4001, LogLevel.Information, "Made {ItemId} of {AssetId} {RunId} in {CpuSeconds} CPU-s")]
    public static partial void Done(ILogger logger, string assetId, string runId, string itemId, double cpuSeconds);

    [LoggerMessage(4002, LogLevel.Information, "Stopped {ItemId} of {AssetId} {RunId}: the run is over, or another job has the item")]
    public static partial void Stopped(ILogger logger, string assetId, string runId, string itemId);

    [LoggerMessage(4003, LogLevel.Error, "Failed {ItemId} of {AssetId} {RunId}")]
    public static partial void Failed(ILogger logger, Exception error, string assetId, string runId, string itemId);

    [LoggerMessage(4004, LogLevel.Warning, "{Reason} The item goes back: {ItemId} of {AssetId} {RunId}")]
    public static partial void Killed(ILogger logger, string reason, string assetId, string runId, string itemId);
}
