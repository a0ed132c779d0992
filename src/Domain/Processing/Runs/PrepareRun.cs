using StreamPlatform.Domain.Accounts;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Operations.Business;
using StreamPlatform.Domain.Operations.Metrics;
using StreamPlatform.Domain.Processing.Duplicates;
using StreamPlatform.Domain.Processing.Probing;
using StreamPlatform.Domain.Processing.Profiles;
using StreamPlatform.Domain.Processing.Watermarks;
using StreamPlatform.Domain.Storage;

namespace StreamPlatform.Domain.Processing.Runs;

/// <summary>
/// From an original to queued work in one step, because every step between costs the viewer time: probe, plan, register
/// the run with the asset, write the plan, queue what is urgent. Where a job looks into originals it is called again for the
/// answer (<see cref="RunVerdict.Waiting"/>). The run's id is in the asset before its first blob is
/// written, so that no crash leaves blobs nobody knows of; a repeat finds the plan and queues again, which is harmless.
/// </summary>
public sealed class PrepareRun(
    IAssetStore store,
    Assets assets,
    IBlobStore blobs,
    IProbes probes,
    ITranscodePlanner planner,
    ITranscodeQueue queue,
    Quotas quotas,
    Duplicates.Duplicates duplicates,
    CatalogDays days,
    TimeProvider clock,
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
            return Ended(RunRef.Stopped);
        }

        var probe = new ProbeRun(run.AssetId, run.Generation);
        var plan = asset.RunId is null ? null : await ReadPlanAsync(asset.Id, asset.RunId, ct);
        if (plan is null)
        {
            var planned = await PlanAsync(run, probe, asset, ct);
            if (!planned.Succeeded)
            {
                return Ended(planned.Error!);
            }

            (plan, asset) = planned.Value;
            if (!reprocess)
            {
                PlatformMetrics.Uploaded(plan.Info.Video?.Height);
            }
        }

        await probes.ForgetAsync(probe, ct);
        if (!reprocess)
        {
            await days.NoteAsync(CatalogFact.Upload(asset.Id, asset.UploadedAt ?? clock.GetUtcNow(), plan.Info.DurationSeconds), ct);
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

    private async Task<Result<(TranscodePlan Plan, Asset Asset)>> PlanAsync(RunRef run, ProbeRun probe, Asset asset, CancellationToken ct)
    {
        if (asset.Source is not { } source)
        {
            return new Error("source.missing", 422, "There is no original to process. Upload the file again.");
        }

        // Together: a viewer waits for both.
        var asking = probes.AskAsync(probe, source, asset.Encoding ?? EncodingChoice.Default, ct);
        var looking = duplicates.FindAsync(asset, source, ct);
        await Task.WhenAll(asking, looking);
        if (await asking is not { } probed)
        {
            return ProbeErrors.Pending;
        }

        if (!probed.Succeeded)
        {
            return probed.Error!;
        }

        var duplicate = await looking;
        if (duplicate is not null && asset is { OnDuplicate: DuplicateChoice.Reject, PublishedRunId: null })
        {
            return duplicate;
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

        var registered = await assets.UpdateAsync(asset.Id, a => Register(a, plan, duplicate), ct, run.Guard);
        if (!registered.Succeeded)
        {
            return registered.Error!.Code == "asset.busy" ? throw new TimeoutException(registered.Error.Message) : RunRef.Stopped;
        }

        await blobs.CreateAsync(new RunPaths(asset.Id, plan.RunId).Plan, RunBlobs.ToJson(plan), RunBlobs.Json, ct);
        return (plan, registered.Value);
    }

    /// <summary>The guard has seen that the run is current; a repeat finds the asset planned already, or asked about its cost.</summary>
    private static Asset Register(Asset asset, TranscodePlan plan, Error? duplicate)
    {
        var asks = plan.Question is { } question && !(asset.Approval?.Dollars >= question.ExpectedDollars);
        return AssetTransitions.Next(asset.State, asks ? AssetEvent.CostExceeded : AssetEvent.Planned) is { } next
            ? Planned(asset, plan, duplicate) with { State = next, Question = asks ? plan.Question : null }
            : Planned(asset, plan, duplicate);
    }

    private static Asset Planned(Asset asset, TranscodePlan plan, Error? duplicate) => asset with
    {
        RunId = plan.RunId,
        DurationSeconds = asset.PublishedRunId is null ? plan.Info.DurationSeconds : asset.DurationSeconds,
        Warnings = duplicate is null ? plan.Info.Warnings : [.. plan.Info.Warnings, new AssetFailure(duplicate.Code, duplicate.Message)],
        SourcePicture = plan.Info.Video is { } video ? new SourcePicture(video.Width, video.Height) { Range = video.DynamicRange } : null,
    };

    private PreparedRun Ended(Error why) =>
        ReferenceEquals(why, RunRef.Stopped) ? new(RunVerdict.Stopped, null, [], options)
        : ReferenceEquals(why, ProbeErrors.Pending) ? new(RunVerdict.Waiting, null, [], options)
        : new(RunVerdict.Refused, null, [], options, new AssetFailure(why.Code, why.Message));
}
