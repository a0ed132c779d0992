using System.Text.Json;
using Microsoft.Extensions.Logging;
using StreamPlatform.Domain;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Playback;
using StreamPlatform.Domain.Playback.Downloads;
using StreamPlatform.Domain.Processing;
using StreamPlatform.Domain.Storage;
using StreamPlatform.Media.Mp4;
using StreamPlatform.Media.Packaging.Static;

namespace StreamPlatform.Transcoder;

/// <summary>
/// One delivery of a wish for a download: nothing of the plan is needed any more, everything is in the published segments.
/// The file itself is the sign that it is done.
/// </summary>
internal sealed class DownloadJob(IBlobStore storage, TimeProvider time, ILogger logger)
{
    private const long MaxPresentationBytes = 64 << 20;

    public async Task<ExitCode> RunAsync(IHeldItem held, string rendition, CancellationToken ct)
    {
        var item = held.Item;
        var paths = new RunPaths(item.AssetId, item.RunId);
        await new Tombstone(storage, paths, time).ThrowIfSetAsync(ct);
        try
        {
            await AroundAsync(held, stop => MakeAsync(paths, rendition, stop), ct);
        }
        catch (BlobChangedException)
        {
            // The revision was erased meanwhile; whoever asks again is told of the new one.
            Logs.Stopped(logger, item.AssetId, item.RunId, item.ItemId);
        }
        catch (Exception e) when (e is not (RunStoppedException or OperationCanceledException))
        {
            Logs.Failed(logger, e, item.AssetId, item.RunId, item.ItemId);
            return await RetryAsync(held, paths, rendition, hopeless: e is Mp4Exception, ct);
        }

        await held.DeleteAsync(ct);
        Logs.Done(logger, item.AssetId, item.RunId, item.ItemId, CpuUse.Seconds());
        return ExitCode.Handled;
    }

    private async Task MakeAsync(RunPaths paths, string rendition, CancellationToken ct)
    {
        var path = paths.Download(rendition);
        if (await storage.FindAsync(path, ct) is not null
            || await storage.ReadAsync(paths.Presentation, MaxPresentationBytes, ct) is not { } bytes
            || JsonSerializer.Deserialize<Presentation>(bytes, DomainJson.Options) is not { } presentation
            || StaticMp4.TracksOf(presentation, rendition) is not { } tracks)
        {
            return;
        }

        var file = await StaticMp4.OpenAsync(tracks, storage, ct);
        await storage.CreateAsync(path, presentation.Video.Any(track => track.Name == rendition) ? "video/mp4" : "audio/mp4", file.WriteAsync, ct);
    }

    /// <summary>Hands the item back, until it has been tried as often as the platform allows.</summary>
    private async Task<ExitCode> RetryAsync(IHeldItem held, RunPaths paths, string rendition, bool hopeless, CancellationToken ct)
    {
        if (!hopeless && held.DequeueCount < WorkQueues.MaxDeliveries)
        {
            await held.ExtendAsync(Timings.RetryAfter * held.DequeueCount, ct);
            return ExitCode.Fault;
        }

        var failure = new AssetFailure("download.failed", "The file could not be made. Ask for it again later, or process the video again.");
        var note = new DownloadNote { RequestedAt = time.GetUtcNow(), Failure = failure };
        await storage.WriteAsync(paths.DownloadNote(rendition), JsonSerializer.SerializeToUtf8Bytes(note, DomainJson.Options), "application/json", ct);
        await held.MoveToPoisonAsync(ct);
        return ExitCode.Handled;
    }

    /// <summary>Keeps the item invisible while it is worked on, and stops when another job has it or the run is over.</summary>
    private async Task AroundAsync(IHeldItem held, Func<CancellationToken, Task> work, CancellationToken ct)
    {
        var tombstone = new Tombstone(storage, new RunPaths(held.Item.AssetId, held.Item.RunId), time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var working = work(stop.Token);
        try
        {
            while (await Task.WhenAny(working, Task.Delay(Timings.ExtendEvery, time, stop.Token)) != working)
            {
                ct.ThrowIfCancellationRequested();
                await tombstone.ThrowIfSetAsync(ct);
                if (!await held.ExtendAsync(Timings.Visibility, ct))
                    throw new RunStoppedException();
            }
        }
        finally
        {
            await stop.CancelAsync();
            await working.ContinueWith(_ => { }, TaskScheduler.Default);
        }

        await working;
    }
}
