using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Processing;
using StreamPlatform.Domain.Storage;

namespace StreamPlatform.Domain.Operations.Tiers;

/// <summary>
/// Moves the segments of a published video to the tier that its views choose. Repeating it moves what isn't there yet. Manifests,
/// pictures and captions stay: they are small, and pages show them.
/// </summary>
public sealed class TierAsset(Assets assets, IBlobStore blobs, IViewVelocity velocity, TierOptions options, TimeProvider clock)
{
    /// <param name="moves">False to tell only what would be moved.</param>
    public async Task<TierReport> ExecuteAsync(Asset asset, bool moves, CancellationToken ct)
    {
        if (asset is not { State: AssetState.Ready, PublishedRunId: not null, Trashed: null, ReadyAt: { } published })
        {
            return TierReport.Nothing;
        }

        var now = clock.GetUtcNow();
        var views = await velocity.FindAsync(asset.Id, published, ct);
        var tier = views is null ? (StorageTier?)null : options.Choose(views, now - published);

        // Somebody wanted to watch it, and it is on its way back.
        if (tier is not { } wanted || asset.Archived is { RecalledAt: not null })
        {
            return new TierReport(1, views is null ? 1 : 0, []);
        }

        if (moves && !await MarkAsync(asset, wanted, now, ct))
        {
            return new TierReport(1, 0, []);
        }

        var moved = await MoveAsync(asset, wanted, moves, ct);
        return new TierReport(1, 0, [.. moved.GroupBy(blob => blob.Tier).Select(from => new TierMove(from.Key, wanted, 1, from.LongCount(), from.Sum(blob => blob.Bytes)))]);
    }

    /// <summary>Players are told before the first segment is out of reach. What comes back is unmarked by whoever brings it back.</summary>
    private async Task<bool> MarkAsync(Asset asset, StorageTier wanted, DateTimeOffset now, CancellationToken ct)
    {
        if (wanted != StorageTier.Archive)
        {
            // Being in the archive it is watched by nobody; its views may still have risen until it went there.
            return asset.Archived is null;
        }

        var marked = await assets.UpdateAsync(
            asset.Id,
            stored => stored.Archived is null ? stored with { Archived = new ArchiveMark(now) } : stored,
            ct,
            stored => stored.PublishedRunId == asset.PublishedRunId && stored is { State: AssetState.Ready, Trashed: null, Archived: null or { RecalledAt: null } }
                ? null
                : AssetErrors.NotFound(asset.Id));
        return marked.Succeeded;
    }

    private async Task<List<BlobFacts>> MoveAsync(Asset asset, StorageTier wanted, bool moves, CancellationToken ct)
    {
        var moved = new List<BlobFacts>();
        foreach (var runId in asset.MediaRuns())
        {
            await foreach (var blob in blobs.ListAsync(Containers.Media, new RunPaths(asset.Id, runId).Prefix, ct))
            {
                if (blob.Tier == wanted || blob.IsReturning || !blob.IsSegment())
                {
                    continue;
                }

                if (!moves || await blobs.SetTierAsync(new BlobPath(Containers.Media, blob.Name), wanted, ct) != TierChange.Absent)
                {
                    moved.Add(blob);
                }
            }
        }

        return moved;
    }
}
