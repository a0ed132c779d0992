using StreamPlatform.Domain.Accounts;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Playback;
using StreamPlatform.Domain.Processing.Probing;
using StreamPlatform.Domain.Processing.Profiles;
using StreamPlatform.Domain.Processing.Runs;
using StreamPlatform.Domain.Processing.Watermarks;
using StreamPlatform.Domain.Storage;

namespace StreamPlatform.Domain.Processing.Extensions;

/// <summary>
/// From a wish to a plan, as <see cref="PrepareRun"/> does for an original: the original is probed again, the run's id is
/// in the asset before its first blob is written, and a repeat finds the plan. Queues nothing: none of it is urgent.
/// </summary>
public sealed class PrepareExtension(
    IAssetStore store,
    Assets assets,
    ExtendAsset extend,
    Presentations presentations,
    IBlobStore blobs,
    IProbes probes,
    IExtensionPlanner planner,
    Quotas quotas,
    ProcessingOptions options)
{
    public async Task<PreparedRun> ExecuteAsync(ExtensionRun wanted, CancellationToken ct)
    {
        var run = new RunRef(wanted.AssetId, wanted.Generation, wanted.InstanceId);
        await extend.BeginAsync(wanted, ct);
        if (await store.FindAsync(run.AssetId, ct) is not { Value: var asset } || !run.IsCurrent(asset))
        {
            return Ended(RunRef.Stopped);
        }

        var probe = new ProbeRun(run.AssetId, run.Generation, wanted.Number);
        var plan = asset.Extension!.RunId is { } runId ? await blobs.ReadPlanAsync(new RunPaths(asset.Id, runId), ct) : null;
        if (plan is null)
        {
            var planned = await PlanAsync(run, wanted, probe, asset, ct);
            if (!planned.Succeeded)
            {
                return Ended(planned.Error!);
            }

            plan = planned.Value;
        }

        await probes.ForgetAsync(probe, ct);
        return new PreparedRun(RunVerdict.Done, plan.RunId, RunItem.Of(plan), options, Required: RequiredRenditions.Of(plan));
    }

    private async Task<Result<TranscodePlan>> PlanAsync(RunRef run, ExtensionRun wanted, ProbeRun probe, Asset asset, CancellationToken ct)
    {
        if (asset.Source is not { } source)
        {
            return new Error("asset.no_source", 409, "There is no original to process again. Upload a file.");
        }

        var published = await presentations.CurrentAsync(asset, ct);
        if (!published.Succeeded)
        {
            return published.Error!;
        }

        var image = await blobs.FindWatermarkAsync(asset.OwnerId, asset.Encoding?.Watermark, ct);
        if (!image.Succeeded)
        {
            return image.Error!;
        }

        if (await probes.AskAsync(probe, source, asset.Encoding ?? EncodingChoice.Default, ct) is not { } probed)
        {
            return ProbeErrors.Pending;
        }

        var planned = probed.Succeeded
            ? planner.Plan(new ExtensionOrder(wanted, source, probed.Value, asset.Encoding, published.Value))
            : probed.Error!;
        if (!planned.Succeeded)
        {
            return planned.Error!;
        }

        var fits = wanted.IsEconomy ? default(Done)
            : await quotas.UseMinutesAsync(asset.OwnerId, $"{asset.Id}+{wanted.Number}", run.Generation, planned.Value.Info.DurationSeconds, ct);
        if (!fits.Succeeded)
        {
            return fits.Error!;
        }

        var plan = planned.Value with { WatermarkImage = image.Value };
        var registered = await assets.UpdateAsync(
            asset.Id, current => current with { Extension = current.Extension! with { RunId = plan.RunId } }, ct, run.Guard);
        if (!registered.Succeeded)
        {
            return registered.Error!.Code == "asset.busy" ? throw new TimeoutException(registered.Error.Message) : RunRef.Stopped;
        }

        await blobs.CreateAsync(new RunPaths(asset.Id, plan.RunId).Plan, RunBlobs.ToJson(plan), RunBlobs.Json, ct);
        return plan;
    }

    private PreparedRun Ended(Error why) =>
        ReferenceEquals(why, RunRef.Stopped) ? new(RunVerdict.Stopped, null, [], options)
        : ReferenceEquals(why, ProbeErrors.Pending) ? new(RunVerdict.Waiting, null, [], options)
        : new(RunVerdict.Refused, null, [], options, new AssetFailure(why.Code, why.Message));
}
