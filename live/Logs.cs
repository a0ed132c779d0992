using Microsoft.Extensions.Logging;

namespace StreamPlatform.Live;

internal static partial class Logs
{
    [LoggerMessage(4101, LogLevel.Information, "An encoder was let in for {LiveStreamId}: {BroadcastId}")]
    public static partial void Admitted(ILogger logger, string liveStreamId, string broadcastId);

    [LoggerMessage(4102, LogLevel.Information, "{BroadcastId} of {LiveStreamId} begins: {Width}x{Height}, {FrameRate} frames a second, sound: {HasAudio}")]
    public static partial void Begun(ILogger logger, string liveStreamId, string broadcastId, int width, int height, double? frameRate, bool hasAudio);

    [LoggerMessage(4103, LogLevel.Information, "{BroadcastId} of {LiveStreamId} can be watched")]
    public static partial void Shown(ILogger logger, string liveStreamId, string broadcastId);

    [LoggerMessage(4104, LogLevel.Warning, "{ConnectionId} from {Peer} was sent away: {Code}. {Reason}")]
    public static partial void Refused(ILogger logger, string connectionId, string? peer, string code, string reason);

    [LoggerMessage(4105, LogLevel.Information, "{ConnectionId} has left")]
    public static partial void Left(ILogger logger, string connectionId);

    [LoggerMessage(4106, LogLevel.Error, "{BroadcastId} of {LiveStreamId} failed")]
    public static partial void BroadcastFailed(ILogger logger, Exception failure, string liveStreamId, string broadcastId);

    [LoggerMessage(4107, LogLevel.Warning, "The platform could not be told of {BroadcastId} of {LiveStreamId}")]
    public static partial void StoreFailed(ILogger logger, Exception failure, string liveStreamId, string broadcastId);

    [LoggerMessage(4108, LogLevel.Information, "{Node} takes encoders in at {Rtmp} and serves at {Http}")]
    public static partial void Started(ILogger logger, string node, string rtmp, string http);

    [LoggerMessage(4109, LogLevel.Information, "Stopping: {Broadcasts} broadcasts end")]
    public static partial void Stopping(ILogger logger, int broadcasts);
}
