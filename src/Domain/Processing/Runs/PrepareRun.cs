using StreamPlatform.Domain.Accounts;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Processing.Profiles;
using StreamPlatform.Domain.Processing.Watermarks;
using StreamPlatform.Domain.Storage;

namespace StreamPlatform.Domain.Processing.Runs;

/// <summary>
/// From an original to queued work in one step, because every step between costs the viewer time: probe, plan, register
/// the run with the asset, write the plan, queue what is urgent. The run's id is in the asset before its first blob is
/// written, so that no crash leaves blobs nobody knows of; a repeat finds the plan and queues again, which is harmless.
/// </summary>
public sealed class PrepareRun(
    IAssetStore store,
    Assets assets,
    IBlobStore blobs,
    IMediaProber prober,
    ITranscodePlanner planner,
    ITranscodeQueue queue,
    Quotas quotas,
    ProcessingOptions options)
{
    public async Task<PreparedRun> ExecuteAsync(RunRef run, bool reprocess, CancellationToken ct)
    {
        if (reprocess)
        {
            await Reprocessing.BeginAsync(assets, run, ct);
        }

        if (await store.FindAsync(run.AssetId, ct) is not { Value: var asset } || !run.IsCurrent(asset))
        {
            return Stopped();
        }

        var plan = asset.RunId is null ? null : await ReadPlanAsync(asset.Id, asset.RunId, ct);
        if (plan is null)
        {
            var planned = await PlanAsync(run, asset, ct);
            if (!planned.Succeeded)
            {
                return ReferenceEquals(planned.Error, RunRef.Stopped) ? Stopped() : Refused(planned.Error!);
            }

            (plan, asset) = planned.Value;
        }

        var prepared = new PreparedRun(RunVerdict.Done, plan.RunId, RunItem.Of(plan), options, Required: RequiredRenditions.Of(plan));
        if (asset.State == AssetState.AwaitingApproval)
        {
            return prepared with { Question = asset.Question };
        }

        foreach (var item in plan.Items.Where(item => item.Priority == WorkPriority.High))
        {
            await queue.EnqueueAsync(new WorkItem(run.AssetId, plan.RunId, item.Id), WorkPriority.High, ct);
        }

        return prepared;
    }

    private async Task<TranscodePlan?> ReadPlanAsync(string assetId, string runId, CancellationToken ct) =>
        await blobs.ReadPlanAsync(new RunPaths(assetId, runId), ct);

    private async Task<Result<(TranscodePlan Plan, Asset Asset)>> PlanAsync(RunRef run, Asset asset, CancellationToken ct)
    {
        if (asset.Source is not { } source)
        {
            return new Error("source.missing", 422, "There is no original to process. Upload the file again.");
        }

        var probed = await ProbeAsync(source, asset.Encoding ?? EncodingChoice.Default, ct);
        if (!probed.Succeeded)
        {
            return probed.Error!;
        }

        var image = await blobs.FindWatermarkAsync(asset.OwnerId, asset.Encoding?.Watermark, ct);
        if (!image.Succeeded)
        {
            return image.Error!;
        }

        var planned = planner.Plan(asset.Id, run.Generation, source, probed.Value, asset.Encoding);
        if (!planned.Succeeded)
        {
            return planned.Error!;
        }

        var plan = planned.Value with { WatermarkImage = image.Value };
        var fits = await quotas.UseMinutesAsync(asset.OwnerId, asset.Id, run.Generation, plan.Info.DurationSeconds, ct);
        if (!fits.Succeeded)
        {
            return fits.Error!;
        }

        var registered = await assets.UpdateAsync(asset.Id, a => Register(a, plan), ct, run.Guard);
        if (!registered.Succeeded)
        {
            return registered.Error!.Code == "asset.busy" ? throw new TimeoutException(registered.Error.Message) : RunRef.Stopped;
        }

        await blobs.CreateAsync(new RunPaths(asset.Id, plan.RunId).Plan, RunBlobs.ToJson(plan), RunBlobs.Json, ct);
        return (plan, registered.Value);
    }

    private async Task<Result<SourceInfo>> ProbeAsync(SourceFile source, EncodingChoice choice, CancellationToken ct)
    {
        try
        {
            return await prober.ProbeAsync(source, choice, ct);
        }
        catch (BlobChangedException)
        {
            return new Error("source.changed", 422, "The original was replaced or deleted while it was read. Upload the file again.");
        }
    }

    /// <summary>The guard has seen that the run is current; a repeat finds the asset planned already, or asked about its cost.</summary>
    private static Asset Register(Asset asset, TranscodePlan plan)
    {
        var asks = plan.Question is { } question && !(asset.Approval?.Dollars >= question.ExpectedDollars);
        return AssetTransitions.Next(asset.State, asks ? AssetEvent.CostExceeded : AssetEvent.Planned) is { } next
            ? Planned(asset, plan) with { State = next, Question = asks ? plan.Question : null }
            : Planned(asset, plan);
    }

    private static Asset Planned(Asset asset, TranscodePlan plan) => asset with
    {
        RunId = plan.RunId,
        DurationSeconds = asset.PublishedRunId is null ? plan.Info.DurationSeconds : asset.DurationSeconds,
        Warnings = plan.Info.Warnings,
        SourcePicture = plan.Info.Video is { } video ? new SourcePicture(video.Width, video.Height) { Range = video.DynamicRange } : null,
    };

    private PreparedRun Stopped() => new(RunVerdict.Stopped, null, [], options);

    private PreparedRun Refused(Error why) =>
        new(RunVerdict.Refused, null, [], options, new AssetFailure(why.Code, why.Message));
}
