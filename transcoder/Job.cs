using Microsoft.Extensions.Logging;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Processing;
using StreamPlatform.Domain.Storage;
using StreamPlatform.Media.Transcoding;
using StreamPlatform.Media.Tools;

namespace StreamPlatform.Transcoder;

/// <summary>
/// One delivery of one item, from receipt to deletion. The marker is written before the message is deleted, so whatever
/// happens in between, the item is either delivered again or over.
/// </summary>
internal sealed class Job(IBlobStore storage, MediaOptions media, Scratch scratch, TimeProvider time, ILogger logger)
{
    public async Task<ExitCode> RunAsync(IHeldItem held, CancellationToken ct)
    {
        var blobs = new RunBlobs(storage, held.Item, time);
        try
        {
            return held.Item.ItemId == WorkItem.ProbeItem ? await new ProbeJob(storage, media, scratch, time, logger).RunAsync(held, blobs, ct)
                : held.Item.ItemId == WorkItem.ClipItem ? await new ClipJob(storage, time, logger).RunAsync(held, blobs, ct)
                : held.Item.FindDownload() is { } rendition
                ? await new DownloadJob(storage, time, logger).RunAsync(held, rendition, ct)
                : await RunAsync(held, blobs, ct);
        }
        catch (RunStoppedException)
        {
            Logs.Stopped(logger, held.Item.AssetId, held.Item.RunId, held.Item.ItemId);
            await held.DeleteAsync(ct);
            return ExitCode.Handled;
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            await held.ExtendAsync(TimeSpan.Zero, CancellationToken.None);
            return ExitCode.Fault;
        }
    }

    private async Task<ExitCode> RunAsync(IHeldItem held, RunBlobs blobs, CancellationToken ct)
    {
        // All four at once: before the first segment every round trip counts.
        var (planned, over, progress, stopped) = (blobs.PlanAsync(ct), blobs.IsOverAsync(ct), blobs.ProgressAsync(ct), blobs.ThrowIfStoppedAsync(ct));
        await Task.WhenAll(planned, over, progress, stopped);
        if (await over || await planned is not { } plan)
        {
            await held.DeleteAsync(ct);
            return ExitCode.Handled;
        }

        if (plan.FindItem(held.Item.ItemId) is not { } item)
        {
            await held.MoveToPoisonAsync(ct);
            return ExitCode.Handled;
        }

        if (item.Kind == WorkItemKind.Video && plan.Measure is not null)
        {
            // Video items are queued after the ladder was written, so there is one.
            plan = plan.Settled(await blobs.LadderAsync(ct) ?? throw new InvalidOperationException($"The ladder of run {plan.RunId} of {plan.AssetId} is gone."));
            if (plan.FindItem(held.Item.ItemId) is not { } settled)
            {
                await held.MoveToPoisonAsync(ct);
                return ExitCode.Handled;
            }

            item = settled;
        }

        if (held.DequeueCount > Timings.MaxSilentDeaths)
            return await GiveUpAsync(held, blobs, item, "transcode.attempts_exhausted", "Encoding was tried many times and never came to an end.", ct);
        return await WorkAsync(held, blobs, plan, item, await progress, ct);
    }

    private async Task<ExitCode> WorkAsync(IHeldItem held, RunBlobs blobs, TranscodePlan plan, WorkItemSpec item, ItemProgress? earlier, CancellationToken ct)
    {
        var log = new ItemLog(item, ItemLength.Seconds(plan, item), earlier, time);
        var heartbeat = new Heartbeat(blobs, held, log, time);
        var work = new ItemWork(media, scratch, time, logger);
        ItemMarker? marker = null;
        try
        {
            await heartbeat.AroundAsync(async stop => marker = await work.MakeAsync(blobs, plan, item, log, heartbeat.Ring, stop), ct);
        }
        catch (BlobChangedException)
        {
            return await FailAsync(held, blobs, item, "source.changed", "The file was replaced while it was being encoded.", ct);
        }
        catch (EncodeException e)
        {
            Logs.Failed(logger, e, plan.AssetId, plan.RunId, item.Id);
            return e.Retry ? await RetryAsync(held, blobs, item, e.Code, e.Message, ct) : await FailAsync(held, blobs, item, e.Code, e.Message, ct);
        }
        catch (ToolKilledException e)
        {
            // Nobody said anything against the item: it goes back without counting as tried.
            Logs.Killed(logger, e.Message, plan.AssetId, plan.RunId, item.Id);
            await held.ExtendAsync(Timings.RetryAfter, ct);
            return ExitCode.Fault;
        }
        catch (IOException e) when (Disk.IsFull(e))
        {
            Logs.Failed(logger, e, plan.AssetId, plan.RunId, item.Id);
            return await RetryAsync(held, blobs, item, "transcode.disk_full", "There was no room left to encode the video; the operator has been told.", ct);
        }
        catch (Exception e) when (e is not (RunStoppedException or OperationCanceledException))
        {
            Logs.Failed(logger, e, plan.AssetId, plan.RunId, item.Id);
            return await RetryAsync(held, blobs, item, "transcode.failed", "Encoding failed through a fault of ours.", ct);
        }

        // Only now that the heart has stopped: it could still write an older, shorter list.
        await blobs.WriteProgressAsync(log.Snapshot(finished: true), ct);
        await blobs.WriteMarkerAsync(marker!, ct);
        await held.DeleteAsync(ct);
        Logs.Done(logger, plan.AssetId, plan.RunId, item.Id, marker!.CpuSeconds);
        return ExitCode.Handled;
    }

    /// <summary>Hands the item back, until it has been tried as often as the platform allows.</summary>
    private static async Task<ExitCode> RetryAsync(IHeldItem held, RunBlobs blobs, WorkItemSpec item, string code, string message, CancellationToken ct)
    {
        if (held.DequeueCount >= WorkQueues.MaxDeliveries)
            return await GiveUpAsync(held, blobs, item, code, message, ct);
        await held.ExtendAsync(Timings.RetryAfter * held.DequeueCount, ct);
        return ExitCode.Fault;
    }

    private static async Task<ExitCode> GiveUpAsync(IHeldItem held, RunBlobs blobs, WorkItemSpec item, string code, string message, CancellationToken ct)
    {
        await blobs.WriteMarkerAsync(new ItemMarker { ItemId = item.Id, Failure = new AssetFailure(code, message), CpuSeconds = CpuUse.Seconds() }, ct);
        await held.MoveToPoisonAsync(ct);
        return ExitCode.Handled;
    }

    private static async Task<ExitCode> FailAsync(IHeldItem held, RunBlobs blobs, WorkItemSpec item, string code, string message, CancellationToken ct)
    {
        await blobs.WriteMarkerAsync(new ItemMarker { ItemId = item.Id, Failure = new AssetFailure(code, message), CpuSeconds = CpuUse.Seconds() }, ct);
        await held.DeleteAsync(ct);
        return ExitCode.Handled;
    }
}
