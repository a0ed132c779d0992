using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using StreamPlatform.Live.Broadcasts;

namespace StreamPlatform.Live.Rtmp;

/// <summary>Every connection to the RTMP port: a session each, as many as are granted, all ended when the node stops.</summary>
internal sealed class RtmpConnections(LiveSettings settings, OnAir onAir, BroadcastParts parts, IHostApplicationLifetime lifetime, ILogger<RtmpConnections> logger) : ConnectionHandler
{
    /// <summary>Connections beside those that are on air: who has shown no key holds one for ten seconds at most.</summary>
    private const int MostWaiting = 200;

    private readonly TaskCompletionSource _empty = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _open;

    /// <summary>When the node stops: until no session is left.</summary>
    public Task EmptyAsync()
    {
        if (Volatile.Read(ref _open) == 0) _empty.TrySetResult();
        return _empty.Task;
    }

    public override async Task OnConnectedAsync(ConnectionContext connection)
    {
        try
        {
            if (Interlocked.Increment(ref _open) > MostWaiting + settings.MaxStreams)
                Refused(connection, RtmpException.TooMuch("There are too many connections."));
            else
                await ServeAsync(connection);
        }
        finally
        {
            if (Interlocked.Decrement(ref _open) == 0 && lifetime.ApplicationStopping.IsCancellationRequested) _empty.TrySetResult();
        }
    }

    private async Task ServeAsync(ConnectionContext connection)
    {
        await using var publisher = new LivePublisher(settings, onAir, parts);
        // Not when the connection closes: what had come until then is still to be read, and ends with the end of its stream.
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(lifetime.ApplicationStopping, publisher.Over);
        var session = new RtmpSession(connection.Transport.Input, connection.Transport.Output, publisher, new RtmpTimeouts(TimeSpan.FromSeconds(settings.NoDataSeconds), parts.Time));
        try
        {
            await session.RunAsync(stop.Token);
            Logs.Left(logger, connection.ConnectionId);
        }
        catch (RtmpException refusal)
        {
            await RefuseAsync(refusal);
        }
        catch (OperationCanceledException) when (publisher.Over.IsCancellationRequested)
        {
            await RefuseAsync(publisher.Reason ?? LiveRefusal.EncoderFailed());
        }
        catch (OperationCanceledException) when (lifetime.ApplicationStopping.IsCancellationRequested)
        {
            await RefuseAsync(LiveRefusal.Stopping());
        }
        catch (Exception closed) when (closed is IOException or OperationCanceledException or ConnectionAbortedException)
        {
            Logs.Left(logger, connection.ConnectionId);
        }

        async Task RefuseAsync(RtmpException refusal)
        {
            Refused(connection, refusal);
            await session.RefuseAsync(refusal.Message);
        }
    }

    private void Refused(ConnectionContext connection, RtmpException refusal)
    {
        LiveMetrics.Refused(refusal.Code);
        Logs.Refused(logger, connection.ConnectionId, connection.RemoteEndPoint?.ToString(), refusal.Code, refusal.Message);
    }
}
