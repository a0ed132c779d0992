using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Catalog.Events;
using StreamPlatform.Domain.Playback;
using StreamPlatform.Domain.Processing.Runs;
using StreamPlatform.Domain.Storage;

namespace StreamPlatform.Domain.Processing.Extensions;

/// <summary>
/// Joins what an extension made, proves that it fits what is published, and switches the asset to a revision that has both
/// in one guarded write. What was published before is referred to, not copied. Publishing a second time changes nothing.
/// </summary>
public sealed class PublishExtension(IAssetStore store, Assets assets, IEventPublisher events, Presentations presentations, IBlobStore blobs, IPackager packager)
{
    public async Task<PublishedRun> ExecuteAsync(RunRef run, string runId, CancellationToken ct)
    {
        if (await store.FindAsync(run.AssetId, ct) is not { Value: var asset })
        {
            return PublishedRun.Stopped;
        }

        if (PublishRun.IsPublished(asset, runId))
        {
            return await events.ToldAsync(asset, ct);
        }

        if (!run.IsCurrent(asset))
        {
            return PublishedRun.Stopped;
        }

        var paths = new RunPaths(run.AssetId, runId);
        var plan = await blobs.ReadPlanAsync(paths, ct) is { Extends: not null } found ? found
            : throw new InvalidOperationException($"The plan of run {runId} of {run.AssetId} is gone.");
        var extended = await ExtendAsync(asset, plan, await RunMarkers.ReadAsync(blobs, paths, plan, ct), ct);
        if (!extended.Succeeded)
        {
            return PublishedRun.Refused(new AssetFailure(extended.Error!.Code, extended.Error.Message));
        }

        await blobs.CreateAsync(paths.Presentation, RunBlobs.ToJson(extended.Value), RunBlobs.Json, ct);
        var written = await assets.UpdateAsync(
            run.AssetId, current => Publish(current, runId, extended.Value), ct, current => run.Guard(current) ?? GuardBase(current, plan));
        return written.Succeeded ? await events.ToldAsync(written.Value, ct)
            : written.Error!.Code == "asset.busy" ? throw new TimeoutException(written.Error.Message)
            : PublishedRun.Stopped;
    }

    private async Task<Result<Presentation>> ExtendAsync(Asset asset, TranscodePlan plan, IReadOnlyList<ItemMarker> markers, CancellationToken ct)
    {
        if (GuardBase(asset, plan) is { } moved)
        {
            return moved;
        }

        var published = await presentations.StoredAsync(asset, ct);
        if (!published.Succeeded)
        {
            return published.Error!;
        }

        var made = packager.Package(plan, markers);
        return made.Succeeded ? ExtendedPresentation.Of(published.Value, made.Value, plan.Extends!.IsEconomy) : made;
    }

    private static Error? GuardBase(Asset asset, TranscodePlan plan) =>
        asset.PublishedRunId == plan.Extends!.BaseRunId ? null : ExtensionErrors.TimelineChanged();

    private static Asset Publish(Asset asset, string runId, Presentation presentation) => asset with
    {
        PublishedRunId = runId,
        BaseRunIds = ExtendedPresentation.OtherRuns(presentation),
        Revision = asset.Revision + 1,
        Superseded = [.. asset.Superseded, new SupersededRevision(asset.Revision, asset.PublishedRunId!, asset.BaseRunIds)],
        Renditions = [.. AssetRenditions.Of(presentation)],
        Extension = asset.Extension! with { State = ExtensionState.Done },
    };
}
