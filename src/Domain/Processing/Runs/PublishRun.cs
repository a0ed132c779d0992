using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Catalog.Events;
using StreamPlatform.Domain.Operations.Metrics;
using StreamPlatform.Domain.Playback;
using StreamPlatform.Domain.Processing.Watching;
using StreamPlatform.Domain.Storage;

namespace StreamPlatform.Domain.Processing.Runs;

/// <summary>
/// Joins what the items made, proves that it plays, stores the presentation beside its segments and switches the asset to
/// it in one guarded write. Publishing a run a second time changes nothing.
/// </summary>
public sealed class PublishRun(IAssetStore store, Assets assets, IEventPublisher events, IBlobStore blobs, IPackager packager, TimeProvider clock)
{
    public async Task<PublishedRun> ExecuteAsync(RunRef run, string runId, CancellationToken ct)
    {
        if (await store.FindAsync(run.AssetId, ct) is not { Value: var asset })
        {
            return PublishedRun.Stopped;
        }

        if (IsPublished(asset, runId))
        {
            return await events.ToldAsync(asset, ct);
        }

        if (!run.IsCurrent(asset))
        {
            return PublishedRun.Stopped;
        }

        var began = clock.GetTimestamp();
        var paths = new RunPaths(run.AssetId, runId);
        var plan = await blobs.ReadPlanAsync(paths, ct)
            ?? throw new InvalidOperationException($"The plan of run {runId} of {run.AssetId} is gone.");
        var markers = await RunMarkers.ReadAsync(blobs, paths, plan, ct);
        var packaged = packager.Package(plan, markers);
        if (!packaged.Succeeded)
        {
            var why = packaged.Error!;
            return PublishedRun.Refused(new AssetFailure(why.Code, why.Message));
        }

        await blobs.CreateAsync(paths.Presentation, RunBlobs.ToJson(packaged.Value), RunBlobs.Json, ct);
        var published = await SwitchAsync(run, runId, packaged.Value, plan, markers, ct);
        PlatformMetrics.StageTook(PlatformMetrics.Publish, plan.Info.Video?.Height, clock.GetElapsedTime(began));
        return published;
    }

    private async Task<PublishedRun> SwitchAsync(
        RunRef run, string runId, Presentation presentation, TranscodePlan plan, IReadOnlyList<ItemMarker> markers, CancellationToken ct)
    {
        var written = await assets.ApplyAsync(
            run.AssetId,
            AssetEvent.Published,
            asset => Publish(asset, runId, presentation, plan, markers, clock.GetUtcNow()),
            ct,
            run.Guard);
        if (written.Succeeded)
        {
            Measure(written.Value);
        }

        return written.Succeeded ? await events.ToldAsync(written.Value, ct)
            : written.Error!.Code == "asset.busy" ? throw new TimeoutException(written.Error.Message)
            : PublishedRun.Stopped;
    }

    /// <summary>Of a first revision the times count from its upload; a later one may be made of an original of years ago.</summary>
    private static void Measure(Asset asset)
    {
        PlatformMetrics.AssetPublished();
        if (asset is { Revision: 1, UploadedAt: { } uploaded, FirstPlayableAt: { } playable, ReadyAt: { } ready })
        {
            PlatformMetrics.StageTook(PlatformMetrics.FirstPlayable, asset.SourcePicture?.Height, playable - uploaded);
            PlatformMetrics.StageTook(PlatformMetrics.Total, asset.SourcePicture?.Height, ready - uploaded);
        }
    }

    private static Asset Publish(
        Asset asset, string runId, Presentation presentation, TranscodePlan plan, IReadOnlyList<ItemMarker> markers, DateTimeOffset now) => asset with
    {
        PublishedRunId = runId,
        BaseRunIds = null,
        Revision = asset.Revision + 1,
        Superseded = asset.PublishedRunId is null
            ? asset.Superseded
            : [.. asset.Superseded, new SupersededRevision(asset.Revision, asset.PublishedRunId, asset.BaseRunIds)],
        DurationSeconds = presentation.DurationSeconds,
        Renditions = [.. AssetRenditions.Of(presentation)],
        Pictures = presentation.Pictures,
        Failure = null,
        Warnings = [.. asset.Warnings, .. Warnings(plan, markers), .. DamageWarnings(plan, markers), .. markers.SelectMany(marker => marker.Warnings).Distinct()],
        FirstPlayableAt = GrowingPresentation.FirstPlayableAt(AsWatched(plan, markers)) is { } first && first < now ? first : now,
        ReadyAt = now,
    };

    private static IEnumerable<AssetFailure> Warnings(TranscodePlan plan, IReadOnlyList<ItemMarker> markers)
    {
        var lost = LostRenditions.Of(plan, markers.ToDictionary(marker => marker.ItemId));
        if (lost.Count > 0)
        {
            var names = string.Join(", ", plan.Video.Select(video => video.Name).Concat(plan.Audio.Select(audio => audio.Name)).Where(lost.ContainsKey));
            yield return new AssetFailure("transcode.renditions_left_out", $"Left out because encoding failed: {names}. The rest plays; process the video again to have all of it.");
        }

        var ornaments = plan.Items.Where(item => item.Kind is not (WorkItemKind.Video or WorkItemKind.Audio)).Select(item => item.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var failure in markers.Where(marker => ornaments.Contains(marker.ItemId)).Select(marker => marker.Failure).OfType<AssetFailure>().Distinct())
        {
            yield return failure;
        }
    }

    /// <summary>A few such places are nothing to worry a creator with: most recordings have one at their ends.</summary>
    private static IEnumerable<AssetFailure> DamageWarnings(TranscodePlan plan, IReadOnlyList<ItemMarker> markers)
    {
        const long Many = 10;
        var heads = plan.Items.Where(item => item.Kind == WorkItemKind.HeadStart).Select(item => item.Id).ToHashSet();
        var places = markers.Where(marker => !heads.Contains(marker.ItemId)).Sum(marker => marker.DecodeErrors);
        if (places >= Many)
            yield return new AssetFailure("source.damaged_parts", FormattableString.Invariant($"The file is damaged in about {places} places; they are shown and heard as well as can be."));
    }

    private static RunView AsWatched(TranscodePlan plan, IReadOnlyList<ItemMarker> markers)
    {
        var byItem = markers.ToDictionary(marker => marker.ItemId);
        return RunView.Of(plan, byItem, _ => null);
    }

    internal static bool IsPublished(Asset asset, string runId) =>
        asset.PublishedRunId == runId && asset.State is not (AssetState.Deleting or AssetState.Deleted);
}
