using System.IO.Pipelines;
using StreamPlatform.Domain.Live;
using StreamPlatform.Live.Rtmp;
using StreamPlatform.Media.Live;

namespace StreamPlatform.Live.Broadcasts;

/// <summary>
/// What one encoder sends, from its first key frame to its end: fed to ffmpeg, cut, shown, its lease renewed. It ends when the
/// encoder does, ffmpeg does, or the platform says so.
/// </summary>
internal sealed class Broadcast(LiveIngestGrant grant, LiveSource source, LivePresentation presentation, BroadcastParts parts) : IAsyncDisposable
{
    /// <summary>Bytes that wait for ffmpeg: a second and a half of the most that is granted. Beyond it the encoder has to wait.</summary>
    private const int WaitingBytes = 2 << 20;

    /// <summary>How long ffmpeg may take for what is left when the encoder has gone, and when the node is going too.</summary>
    private static readonly TimeSpan Finishing = TimeSpan.FromMinutes(1), FinishingAtLast = TimeSpan.FromSeconds(10);

    private readonly Pipe _feed = new(new PipeOptions(pauseWriterThreshold: WaitingBytes, resumeWriterThreshold: WaitingBytes / 2, useSynchronizationContext: false));
    private readonly CancellationTokenSource _stop = new();
    private readonly CancellationTokenSource _over = new();
    private Task _running = Task.CompletedTask;

    public LiveIngestGrant Grant => grant;

    public LivePresentation Presentation => presentation;

    /// <summary>Cancelled when nothing more is taken.</summary>
    public CancellationToken Over => _over.Token;

    /// <summary>Why it ended before its encoder did; null when it didn't.</summary>
    public RtmpException? Reason { get; private set; }

    public void Start(IEnumerable<FlvTag> headers)
    {
        FlvTag.WriteHeader(_feed.Writer, source.HasAudio);
        foreach (var header in headers)
            header.Write(_feed.Writer);
        _running = RunAsync();
    }

    /// <summary>Waits while there is no room.</summary>
    /// <exception cref="RtmpException">It is over.</exception>
    public async ValueTask WriteAsync(FlvTag tag, CancellationToken ct)
    {
        tag.Write(_feed.Writer);
        var flushed = await _feed.Writer.FlushAsync(ct);
        if (flushed.IsCompleted) throw Reason ?? LiveRefusal.EncoderFailed();
    }

    /// <summary>The encoder has gone: what it sent is finished, and everything is over when this returns.</summary>
    public async ValueTask DisposeAsync()
    {
        await _feed.Writer.CompleteAsync();
        _stop.CancelAfter(Finishing);
        await using (parts.Stopping.Register(() => _stop.CancelAfter(FinishingAtLast)))
            await _running;
        _stop.Dispose();
        _over.Dispose();
    }

    private async Task RunAsync()
    {
        using var aside = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token);
        var telling = TellAsync(aside.Token);
        try
        {
            if (!await parts.Encoder.RunAsync(source, parts.Ladder, presentation, FeedAsync, _stop.Token)) Reason ??= LiveRefusal.EncoderFailed();
        }
        catch (OperationCanceledException)
        {
            // Revoked, or ffmpeg didn't finish in time: who stopped it knows why.
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            Logs.BroadcastFailed(parts.Logger, failure, grant.LiveStreamId, grant.BroadcastId);
            Reason ??= LiveRefusal.EncoderFailed();
        }

        await _feed.Reader.CompleteAsync();
        await _over.CancelAsync();
        await aside.CancelAsync();
        await telling;
    }

    private async Task FeedAsync(Stream input, CancellationToken ct)
    {
        while (true)
        {
            var read = await _feed.Reader.ReadAsync(ct);
            foreach (var piece in read.Buffer)
                await input.WriteAsync(piece, ct);
            _feed.Reader.AdvanceTo(read.Buffer.End);
            if (read.IsCompleted) return;
        }
    }

    /// <summary>Shows the broadcast once there is something to see, and renews its lease, until it is over or revoked.</summary>
    private async Task TellAsync(CancellationToken ct)
    {
        var confirmed = parts.Time.GetTimestamp();
        var isShown = false;
        var due = Task.Delay(LiveLease.RenewEvery, parts.Time, ct);
        var ready = ReadyAsync(ct);
        try
        {
            while (true)
            {
                await (isShown ? due : await Task.WhenAny(due, ready));
                try
                {
                    var told = isShown || !ready.IsCompletedSuccessfully
                        ? await parts.Ingest.RenewAsync(grant, ct)
                        : await parts.Ingest.ShowAsync(grant, presentation.Multivariant(), ct);
                    if (told.Error is { Status: < 500 } refused)
                    {
                        Reason = new RtmpException(refused.Code, refused.Message);
                        await _stop.CancelAsync();
                        return;
                    }

                    if (!isShown && ready.IsCompletedSuccessfully && told.Succeeded)
                    {
                        isShown = true;
                        Logs.Shown(parts.Logger, grant.LiveStreamId, grant.BroadcastId);
                    }

                    if (told.Succeeded) confirmed = parts.Time.GetTimestamp();
                }
                catch (Exception failure) when (failure is not OperationCanceledException and not OutOfMemoryException)
                {
                    Logs.StoreFailed(parts.Logger, failure, grant.LiveStreamId, grant.BroadcastId);
                }

                if (parts.Time.GetElapsedTime(confirmed) >= LiveLease.Duration)
                {
                    Reason = new RtmpException("live.lease_lost", "The platform could not be reached for so long that the stream counts as ended: connect again.");
                    await _stop.CancelAsync();
                    return;
                }

                if (due.IsCompleted) due = Task.Delay(LiveLease.RenewEvery, parts.Time, ct);
                else if (!isShown) await Task.Delay(TimeSpan.FromSeconds(1), parts.Time, ct);
            }
        }
        catch (OperationCanceledException)
        {
            // It is over.
        }
    }

    private async Task ReadyAsync(CancellationToken ct)
    {
        foreach (var track in presentation.Tracks)
            await track.WaitAsync(window => window.Segments is [{ IsComplete: true }, ..], ct);
    }
}
