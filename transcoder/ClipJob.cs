using System.Text.Json;
using Microsoft.Extensions.Logging;
using StreamPlatform.Domain;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Playback.Clips;
using StreamPlatform.Domain.Processing;
using StreamPlatform.Domain.Processing.Clips;
using StreamPlatform.Domain.Storage;
using StreamPlatform.Media.Mp4;
using StreamPlatform.Media.Packaging.Cutting;
using StreamPlatform.Media.Text;

namespace StreamPlatform.Transcoder;

/// <summary>
/// One delivery of a clip: copies whole segments to a place of their own and sets their times to begin at 0. Nothing is
/// decoded. What an earlier try copied stays; the marker says that all of it is there.
/// </summary>
internal sealed class ClipJob(IBlobStore storage, TimeProvider time, ILogger logger)
{
    private const long MaxPlanBytes = 64 << 20;
    private const long MaxInitBytes = 1 << 20;
    private const long MaxTextBytes = 8 << 20;

    public async Task<ExitCode> RunAsync(IHeldItem held, RunBlobs blobs, CancellationToken ct)
    {
        var item = held.Item;
        await blobs.ThrowIfStoppedAsync(ct);
        if (await blobs.IsOverAsync(ct)
            || await storage.ReadAsync(blobs.Paths.Clip, MaxPlanBytes, ct) is not { } bytes
            || JsonSerializer.Deserialize<ClipPlan>(bytes, DomainJson.Options) is not { } plan)
        {
            await held.DeleteAsync(ct);
            return ExitCode.Handled;
        }

        try
        {
            await CopyAsync(held, blobs, plan.Cut, ct);
            await blobs.WriteMarkerAsync(new ItemMarker { ItemId = item.ItemId, CpuSeconds = CpuUse.Seconds() }, ct);
        }
        catch (BlobChangedException)
        {
            return await FailAsync(held, blobs, ClipErrors.SourceGone(), ct);
        }
        catch (Exception e) when (e is not (RunStoppedException or OperationCanceledException))
        {
            Logs.Failed(logger, e, item.AssetId, item.RunId, item.ItemId);
            if (e is not Mp4Exception && held.DequeueCount < WorkQueues.MaxDeliveries)
            {
                await held.ExtendAsync(Timings.RetryAfter * held.DequeueCount, ct);
                return ExitCode.Fault;
            }

            return await FailAsync(held, blobs, new Error("clip.failed", 500, "The clip could not be cut. Try it again, or process the video again first."), ct);
        }

        await held.DeleteAsync(ct);
        Logs.Done(logger, item.AssetId, item.RunId, item.ItemId, CpuUse.Seconds());
        return ExitCode.Handled;
    }

    private static async Task<ExitCode> FailAsync(IHeldItem held, RunBlobs blobs, Error why, CancellationToken ct)
    {
        await blobs.WriteMarkerAsync(new ItemMarker { ItemId = held.Item.ItemId, Failure = new AssetFailure(why.Code, why.Message) }, ct);
        await held.MoveToPoisonAsync(ct);
        return ExitCode.Handled;
    }

    private async Task CopyAsync(IHeldItem held, RunBlobs blobs, ClipCut cut, CancellationToken ct)
    {
        var (total, done) = (cut.Tracks.Sum(track => track.Segments.Count), 0);
        long? beaten = null;
        foreach (var track in cut.Tracks)
        {
            var contentType = cut.Presentation.Video.Any(video => video.Name == track.Name) ? "video/mp4" : "audio/mp4";
            var init = await ReadAsync(track.Segments[0].InitName, MaxInitBytes, ct);
            await blobs.CreateAsync(new BlobPath(Containers.Media, track.Made[0].InitName), init, contentType, ct);
            for (var number = 0; number < track.Segments.Count; number++)
            {
                var (from, to) = (track.Segments[number], track.Made[number]);
                var segment = await ReadAsync(from.Name, from.Bytes, ct);
                SegmentRebase.Move(segment, from.Start, number, to.Start);
                await blobs.CreateAsync(new BlobPath(Containers.Media, to.Name), segment, contentType, ct);
                done++;
                if (beaten is null || time.GetElapsedTime(beaten.Value) >= Timings.Heartbeat)
                {
                    beaten = time.GetTimestamp();
                    await BeatAsync(held, blobs, (double)done / total, ct);
                }
            }
        }

        foreach (var text in cut.Texts)
        {
            var cues = WebVttReader.Read(await ReadAsync(text.Source, MaxTextBytes, ct));
            var part = WebVttSpan.Of(cues, Milliseconds(cut.StartSeconds), Milliseconds(cut.EndSeconds));
            await blobs.CreateAsync(new BlobPath(Containers.Media, text.Target), part.ToBytes(), "text/vtt", ct);
        }
    }

    private async Task BeatAsync(IHeldItem held, RunBlobs blobs, double fraction, CancellationToken ct)
    {
        if (!await held.ExtendAsync(Timings.Visibility, ct))
            throw new RunStoppedException();
        await blobs.WriteProgressAsync(new ItemProgress { ItemId = held.Item.ItemId, HeartbeatAt = time.GetUtcNow(), Fraction = Math.Round(fraction, 4) }, ct);
    }

    private async Task<byte[]> ReadAsync(string name, long mostBytes, CancellationToken ct)
    {
        var path = new BlobPath(Containers.Media, name);
        return await storage.ReadAsync(path, mostBytes, ct) ?? throw new BlobChangedException(path);
    }

    private static long Milliseconds(double seconds) => (long)Math.Round(seconds * 1000);
}
