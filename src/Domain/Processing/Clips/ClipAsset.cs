using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Playback;
using StreamPlatform.Domain.Playback.Clips;

namespace StreamPlatform.Domain.Processing.Clips;

/// <summary>
/// Cuts an asset of its own out of a published one, for its owner. First the workflow to schedule is named, then, once it
/// is scheduled, the clip is added; if that is lost the workflow does it.
/// </summary>
public sealed class ClipAsset(GetAsset get, IAssetStore store, Presentations presentations, TimeProvider clock)
{
    /// <summary>The workflow to schedule, or why there can be no such clip.</summary>
    public async Task<Result<ClipRun>> CheckAsync(string ownerId, string parentId, ClipRequest wanted, CancellationToken ct)
    {
        var found = await get.ExecuteAsync(ownerId, parentId, ct);
        if (!found.Succeeded)
        {
            return found.Error!;
        }

        var parent = found.Value.Value;
        var presentation = parent.PublishedRunId is null ? PlaybackErrors.NotReady() : await presentations.CurrentAsync(parent, ct);
        var title = Titles.Parse(wanted.Title ?? parent.Title);
        if ((presentation.Error ?? title.Error) is { } refused)
        {
            return refused;
        }

        var assetId = wanted.RequestId is { } request ? OpaqueId.From(AssetIds.Prefix, request) : AssetIds.New();
        var run = new ClipRun(
            assetId, ownerId, title.Value, AssetIds.NewPlaybackId(wanted.Policy ?? Strictest(parent)), parent.Id, wanted.Start ?? double.NaN, wanted.End ?? double.NaN,
            parent.Visibility, parent.PublishAt, parent.Restrictions);
        var cut = ClipCut.Of(presentation.Value, new RunPaths(assetId, "1-0"), run.Start, run.End);
        return cut.Succeeded ? run : cut.Error!;
    }

    /// <summary>The clip's asset, added when it was not there.</summary>
    public async Task<Asset> BeginAsync(ClipRun run, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await store.AddAsync(
            new Asset
            {
                Id = run.AssetId,
                OwnerId = run.OwnerId,
                Title = run.Title,
                State = AssetState.Probing,
                CreatedAt = now,
                UpdatedAt = now,
                PlaybackIds = [run.PlaybackId],
                Visibility = run.Visibility,
                PublishAt = run.PublishAt,
                Restrictions = run.Restrictions,
                Generation = ClipRun.Generation,
                WorkflowId = run.InstanceId,
                ClipOf = new ClipOrigin(run.ParentId, run.Start, run.End),
            },
            ct);
        return (await store.FindAsync(run.AssetId, ct))?.Value ?? throw new InvalidOperationException($"{run.AssetId} was added and is gone.");
    }

    /// <summary>A clip of what only token holders may watch is not for everybody unless its owner says so.</summary>
    private static PlaybackPolicy Strictest(Asset parent) =>
        parent.PlaybackIds.Any(id => id.Policy == PlaybackPolicy.Signed) ? PlaybackPolicy.Signed : PlaybackPolicy.Public;
}
