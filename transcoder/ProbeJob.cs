using Microsoft.Extensions.Logging;
using StreamPlatform.Domain;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Processing;
using StreamPlatform.Domain.Processing.Probing;
using StreamPlatform.Domain.Storage;
using StreamPlatform.Media.Probing;
using StreamPlatform.Media.Tools;

namespace StreamPlatform.Transcoder;

/// <summary>
/// One delivery of a look at an original that has no plan yet. What is found, or why the file is refused, is in the marker;
/// a request that is gone was answered already.
/// </summary>
internal sealed class ProbeJob(IBlobStore storage, MediaOptions media, Scratch scratch, TimeProvider time, ILogger logger)
{
    public async Task<ExitCode> RunAsync(IHeldItem held, RunBlobs blobs, CancellationToken ct)
    {
        await blobs.ThrowIfStoppedAsync(ct);
        if (await blobs.IsOverAsync(ct) || await blobs.ProbeAsync(ct) is not { } request)
        {
            await held.DeleteAsync(ct);
            return ExitCode.Handled;
        }

        if (held.DequeueCount > Timings.MaxSilentDeaths)
            return await GiveUpAsync(held, blobs, ct);
        var item = held.Item;
        Result<SourceInfo> found = ProbeErrors.GivenUp;
        try
        {
            var prober = new FfprobeMediaProber(storage, scratch, media, request.Limits, time, logger);
            await Holding.AroundAsync(held, BeatAsync, async stop => found = await prober.ProbeAsync(request.Source, request.Choice, stop), time, ct);
        }
        catch (ToolKilledException e)
        {
            // Nobody said anything against the file: it goes back without counting as tried.
            Logs.Killed(logger, e.Message, item.AssetId, item.RunId, item.ItemId);
            await held.ExtendAsync(Timings.RetryAfter, ct);
            return ExitCode.Fault;
        }
        catch (Exception e) when (e is not (RunStoppedException or OperationCanceledException))
        {
            Logs.Failed(logger, e, item.AssetId, item.RunId, item.ItemId);
            if (held.DequeueCount >= WorkQueues.MaxDeliveries)
                return await GiveUpAsync(held, blobs, ct);
            await held.ExtendAsync(Timings.RetryAfter * held.DequeueCount, ct);
            return ExitCode.Fault;
        }

        // Whoever asked may have its answer from another job and have forgotten all of it.
        if (await blobs.ProbeAsync(ct) is not null)
            await blobs.WriteMarkerAsync(found.Match(Found, Refused), ct);
        await held.DeleteAsync(ct);
        Logs.Done(logger, item.AssetId, item.RunId, item.ItemId, CpuUse.Seconds());
        return ExitCode.Handled;

        Task BeatAsync(CancellationToken stop) => blobs.WriteProgressAsync(new ItemProgress { ItemId = item.ItemId, HeartbeatAt = time.GetUtcNow(), Fraction = 0 }, stop);
    }

    private static ItemMarker Found(SourceInfo source) => new() { ItemId = WorkItem.ProbeItem, Source = source, CpuSeconds = CpuUse.Seconds() };

    private static ItemMarker Refused(Error why) =>
        new() { ItemId = WorkItem.ProbeItem, Failure = new AssetFailure(why.Code, why.Message), CpuSeconds = CpuUse.Seconds() };

    private static async Task<ExitCode> GiveUpAsync(IHeldItem held, RunBlobs blobs, CancellationToken ct)
    {
        await blobs.WriteMarkerAsync(Refused(ProbeErrors.GivenUp), ct);
        await held.MoveToPoisonAsync(ct);
        return ExitCode.Handled;
    }
}
