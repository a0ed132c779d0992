using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Catalog.Events;
using StreamPlatform.Domain.Processing.Runs;
using StreamPlatform.Domain.Storage;

namespace StreamPlatform.Domain.Processing.Clips;

/// <summary>All of a clip is copied: stores its presentation and switches the asset to it in one guarded write. A second time changes nothing.</summary>
public sealed class PublishClip(IAssetStore store, Assets assets, IEventPublisher events, IBlobStore blobs, TimeProvider clock)
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
        var plan = await blobs.ReadJsonAsync<ClipPlan>(paths.Clip, ct) ?? throw new InvalidOperationException($"The plan of clip {run.AssetId} is gone.");
        var presentation = plan.Cut.Presentation;
        await blobs.CreateAsync(paths.Presentation, RunBlobs.ToJson(presentation), RunBlobs.Json, ct);
        var now = clock.GetUtcNow();
        var written = await assets.ApplyAsync(
            run.AssetId,
            AssetEvent.Published,
            current => current with
            {
                PublishedRunId = runId,
                Revision = current.Revision + 1,
                DurationSeconds = presentation.DurationSeconds,
                Renditions = [.. AssetRenditions.Of(presentation)],
                Pictures = presentation.Pictures,
                Failure = null,
                FirstPlayableAt = now,
                ReadyAt = now,
            },
            ct,
            run.Guard);
        return written.Succeeded ? await events.ToldAsync(written.Value, ct)
            : written.Error!.Code == "asset.busy" ? throw new TimeoutException(written.Error.Message)
            : PublishedRun.Stopped;
    }
}
