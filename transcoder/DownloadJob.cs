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

    public async Task<ExitCode> RunAsync(IHeldItem held, string name, CancellationToken ct)
    {
        var item = held.Item;
        var paths = new RunPaths(item.AssetId, item.RunId);
        var tombstone = new Tombstone(storage, paths, time);
        await tombstone.ThrowIfSetAsync(ct);
        try
        {
            await Holding.AroundAsync(held, tombstone.ThrowIfSetAsync, stop => MakeAsync(paths, name, stop), time, ct);
        }
        catch (BlobChangedException)
        {
            // The revision was erased meanwhile; whoever asks again is told of the new one.
            Logs.Stopped(logger, item.AssetId, item.RunId, item.ItemId);
        }
        catch (Exception e) when (e is not (RunStoppedException or OperationCanceledException))
        {
            Logs.Failed(logger, e, item.AssetId, item.RunId, item.ItemId);
            return await RetryAsync(held, paths, name, hopeless: e is Mp4Exception, ct);
        }

        await held.DeleteAsync(ct);
        Logs.Done(logger, item.AssetId, item.RunId, item.ItemId, CpuUse.Seconds());
        return ExitCode.Handled;
    }

    private async Task MakeAsync(RunPaths paths, string name, CancellationToken ct)
    {
        var path = paths.Download(name);
        if (DownloadName.Parse(name) is not { } wanted
            || await storage.FindAsync(path, ct) is not null
            || await storage.ReadAsync(paths.Presentation, MaxPresentationBytes, ct) is not { } bytes
            || JsonSerializer.Deserialize<Presentation>(bytes, DomainJson.Options) is not { } presentation
            || StaticMp4.TracksOf(presentation, wanted.Rendition) is not { } tracks)
        {
            return;
        }

        var span = wanted is { Start: { } start, End: { } end } ? new StaticSpan(start, end) : null;
        var file = await StaticMp4.OpenAsync(tracks, span, storage, ct);
        await storage.CreateAsync(path, presentation.Video.Any(track => track.Name == wanted.Rendition) ? "video/mp4" : "audio/mp4", file.WriteAsync, ct);
    }

    /// <summary>Hands the item back, until it has been tried as often as the platform allows.</summary>
    private async Task<ExitCode> RetryAsync(IHeldItem held, RunPaths paths, string name, bool hopeless, CancellationToken ct)
    {
        if (!hopeless && held.DequeueCount < WorkQueues.MaxDeliveries)
        {
            await held.ExtendAsync(Timings.RetryAfter * held.DequeueCount, ct);
            return ExitCode.Fault;
        }

        var failure = new AssetFailure("download.failed", "The file could not be made. Ask for it again later, or process the video again.");
        var note = new DownloadNote { RequestedAt = time.GetUtcNow(), Failure = failure };
        await storage.WriteAsync(paths.DownloadNote(name), JsonSerializer.SerializeToUtf8Bytes(note, DomainJson.Options), "application/json", ct);
        await held.MoveToPoisonAsync(ct);
        return ExitCode.Handled;
    }
}
