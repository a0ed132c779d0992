using StreamPlatform.Domain.Accounts;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Playback;
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
    IMediaProber prober,
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
            return Ended(RunVerdict.Stopped, null);
        }

        var plan = asset.Extension!.RunId is { } runId ? await blobs.ReadPlanAsync(new RunPaths(asset.Id, runId), ct) : null;
        if (plan is null)
        {
            var planned = await PlanAsync(run, wanted, asset, ct);
            if (!planned.Succeeded)
            {
                return ReferenceEquals(planned.Error, RunRef.Stopped)
                    ? Ended(RunVerdict.Stopped, null)
                    : Ended(RunVerdict.Refused, new AssetFailure(planned.Error!.Code, planned.Error.Message));
            }

            plan = planned.Value;
        }

        return new PreparedRun(RunVerdict.Done, plan.RunId, RunItem.Of(plan), options, Required: RequiredRenditions.Of(plan));
    }

    private async Task<Result<TranscodePlan>> PlanAsync(RunRef run, ExtensionRun wanted, Asset asset, CancellationToken ct)
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

        var probed = await ProbeAsync(source, asset.Encoding ?? EncodingChoice.Default, ct);
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

    private PreparedRun Ended(RunVerdict verdict, AssetFailure? why) => new(verdict, null, [], options, why);
}
