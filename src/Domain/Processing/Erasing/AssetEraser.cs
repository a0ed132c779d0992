using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Catalog.Events;
using StreamPlatform.Domain.Storage;
using StreamPlatform.Domain.Uploads;

namespace StreamPlatform.Domain.Processing.Erasing;

/// <summary>
/// Deletes an asset with everything it made, originals too. The workflow does it, not the request, so that a crash
/// between any two steps is made good; every method may be repeated.
/// </summary>
public sealed class AssetEraser(
    IAssetStore store, Assets assets, IBlobStore blobs, EndUploads uploads, Duplicates.Duplicates duplicates, IEventPublisher events, ProcessingOptions options)
{
    private static readonly Error NotInTheTrash = Error.Silent("asset.not_in_the_trash");

    /// <summary>Marks the asset as going: from here on nothing is published and no upload is taken. Null when there is none.</summary>
    public async Task<AssetErasureStart?> BeginAsync(string assetId, CancellationToken ct)
    {
        await assets.ApplyAsync(assetId, AssetEvent.DeleteRequested, asset => asset, ct);
        if (await store.FindAsync(assetId, ct) is not { Value: var asset })
        {
            return null;
        }

        if (asset.State is not (AssetState.Deleting or AssetState.Deleted))
        {
            throw new TimeoutException($"{assetId} is still {asset.State}: its writers were faster.");
        }

        await events.PublishAsync(VideoEvents.OfDeletion(asset), ct);
        return new AssetErasureStart(asset.WorkflowId, options.LeaseSeconds, asset.Extension?.WorkflowId);
    }

    /// <summary>Called when the asset's time in the trash is over; true when it is to be erased: it was not restored since.</summary>
    public async Task<bool> BeginAsync(TrashErasure trashed, CancellationToken ct)
    {
        var written = await assets.ApplyAsync(
            trashed.AssetId, AssetEvent.DeleteRequested, asset => asset, ct, asset => asset.Trashed == trashed.Mark ? null : NotInTheTrash);
        return written.Error?.Code == "asset.busy"
            ? throw new TimeoutException(written.Error.Message)
            // Or an earlier try got so far.
            : written.Succeeded || await store.FindAsync(trashed.AssetId, ct) is { Value: { State: AssetState.Deleting } asset } && asset.Trashed == trashed.Mark;
    }

    /// <summary>Stops all jobs of the asset and deletes what is there.</summary>
    public async Task SweepAsync(string assetId, CancellationToken ct)
    {
        if (await store.FindAsync(assetId, ct) is not { Value: var asset })
        {
            return;
        }

        var runs = new HashSet<string>(await WorkBlobs.RunsAsync(blobs, assetId, ct), StringComparer.Ordinal);
        runs.UnionWith(new[] { asset.RunId, asset.PublishedRunId, asset.Extension?.RunId }.OfType<string>());
        foreach (var runId in runs)
        {
            await blobs.CreateAsync(new RunPaths(assetId, runId).Tombstone, ReadOnlyMemory<byte>.Empty, "text/plain", ct);
        }

        await uploads.ReleaseAllAsync(asset.OwnerId, assetId, ct);
        await DeletePlayableAsync(assetId, ct);
        await WorkBlobs.DeleteAllButTombstonesAsync(blobs, $"{assetId}/", ct);
    }

    /// <summary>Deletes what was still written, then the tombstones, and leaves of the asset only that it was deleted.</summary>
    public async Task FinishAsync(string assetId, CancellationToken ct)
    {
        await DeletePlayableAsync(assetId, ct);
        await blobs.DeleteAllAsync(Containers.Work, $"{assetId}/", ct);
        if (await store.FindAsync(assetId, ct) is { Value: var asset })
        {
            await duplicates.ForgetAsync(asset, ct);
        }

        var written = await assets.ApplyAsync(assetId, AssetEvent.Erased, Remains, ct);
        if (written.Error?.Code == "asset.busy")
        {
            throw new TimeoutException(written.Error.Message);
        }
    }

    private async Task DeletePlayableAsync(string assetId, CancellationToken ct)
    {
        await blobs.DeleteAllAsync(Containers.Uploads, $"{assetId}/", ct);
        await blobs.DeleteAllAsync(Containers.Media, $"{assetId}/", ct);
        await blobs.DeleteAllAsync(Containers.Markers, $"{assetId}/", ct);
    }

    /// <summary>The document stays so that late events find it; what the owner wrote and what was played does not.</summary>
    private static Asset Remains(Asset asset) => new()
    {
        Id = asset.Id,
        OwnerId = asset.OwnerId,
        Title = "",
        State = AssetState.Deleted,
        CreatedAt = asset.CreatedAt,
        UpdatedAt = asset.UpdatedAt,
        Generation = asset.Generation,
        PlaybackIds = asset.PlaybackIds,
    };
}

/// <summary>The workflows to stop, if there are any, and the wait between the sweeps.</summary>
public sealed record AssetErasureStart(string? WorkflowId, double LeaseSeconds, string? ExtensionWorkflowId = null);
