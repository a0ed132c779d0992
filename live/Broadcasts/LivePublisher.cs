using Microsoft.Extensions.Logging;
using StreamPlatform.Domain.Live;
using StreamPlatform.Live.Rtmp;
using StreamPlatform.Media.Live;

namespace StreamPlatform.Live.Broadcasts;

/// <summary>Takes one connection's encoder in, and makes a broadcast of what it sends.</summary>
internal sealed class LivePublisher(LiveSettings settings, OnAir onAir, BroadcastParts parts) : IPublisher, IAsyncDisposable
{
    /// <summary>How long the platform may take to be told that a broadcast is over; its lease ends anyway.</summary>
    private static readonly TimeSpan Telling = TimeSpan.FromSeconds(5);

    private readonly IncomingMedia _incoming = new(settings.MaxKilobits, parts.Time);
    private readonly CancellationTokenSource _over = new();
    private LiveIngestGrant? _grant;
    private Broadcast? _broadcast;
    private bool _hasPlace;

    /// <summary>Cancelled when the broadcast ended, whatever its encoder does.</summary>
    public CancellationToken Over => _over.Token;

    /// <summary>Why, if it did.</summary>
    public RtmpException? Reason => _broadcast?.Reason;

    public async Task AdmitAsync(string streamKey, CancellationToken ct)
    {
        if (!(_hasPlace = onAir.TryTake())) throw LiveRefusal.NodeFull();
        var admitted = await parts.Ingest.AdmitAsync(streamKey, settings.Node, ct);
        if (admitted.Error is { } error) throw new RtmpException(error.Code, error.Message);
        _grant = admitted.Value;
        LiveMetrics.Admitted();
        Logs.Admitted(parts.Logger, _grant.LiveStreamId, _grant.BroadcastId);
    }

    public void Metadata(IReadOnlyDictionary<string, object?> metadata) => _incoming.Metadata(metadata);

    public async ValueTask MediaAsync(RtmpMessage message, CancellationToken ct)
    {
        LiveMetrics.Received(message.Body.Length);
        if (_incoming.Take(message) is not { } tag) return;
        await (_broadcast ??= Begin()).WriteAsync(tag, ct);
    }

    public async ValueTask DisposeAsync()
    {
        if (_broadcast is not null)
        {
            await _broadcast.DisposeAsync();
            _ = onAir.ForgetAsync(_broadcast);
        }

        if (_grant is not null) await EndAsync(_grant);
        if (_hasPlace) onAir.Release();
        _over.Dispose();
    }

    private Broadcast Begin()
    {
        var source = _incoming.Source!;
        var broadcast = new Broadcast(_grant!, source, LiveEncoder.Present(source, parts.Ladder, settings.MaxFrameRate, parts.Time.GetUtcNow()), parts);
        broadcast.Over.Register(() => _over.Cancel());
        broadcast.Start(_incoming.Headers);
        onAir.Add(broadcast);
        Logs.Begun(parts.Logger, _grant!.LiveStreamId, _grant.BroadcastId, source.Width, source.Height, source.FramesASecond, source.HasAudio);
        return broadcast;
    }

    private async Task EndAsync(LiveIngestGrant grant)
    {
        using var limit = new CancellationTokenSource(Telling, parts.Time);
        try
        {
            await parts.Ingest.EndAsync(grant, limit.Token);
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            Logs.StoreFailed(parts.Logger, failure, grant.LiveStreamId, grant.BroadcastId);
        }
    }
}
