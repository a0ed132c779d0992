using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Catalog.Events;
using StreamPlatform.Domain.Processing.Erasing;
using StreamPlatform.Domain.Processing.Extensions;
using StreamPlatform.Domain.Uploads;

namespace StreamPlatform.Domain.Processing.Requests;

/// <summary>
/// The owner puts an asset into the trash: it neither plays nor is found, and can be restored for a while. In three steps, all of
/// which may be repeated: the workflow that will erase it is named and scheduled, what is under way for it is stopped, and it is
/// marked and told of.
/// </summary>
public sealed class TrashAsset(
    GetAsset get, CancelAsset cancel, EndUploads uploads, Assets assets, IAssetStore store, IEventPublisher events, TrashOptions options, TimeProvider clock)
{
    /// <param name="ifMatch">ETag the caller read, or null to take whatever is there.</param>
    /// <returns>What is to be scheduled; <c>asset.not_found</c>, <c>asset.changed</c> or <c>asset.wrong_state</c>.</returns>
    public async Task<Result<TrashErasure>> CheckAsync(string ownerId, string assetId, string? ifMatch, CancellationToken ct)
    {
        var found = await get.EvenTrashedAsync(ownerId, assetId, ct);
        if (!found.Succeeded)
        {
            return found.Error!;
        }

        var (asset, etag) = found.Value;
        var now = clock.GetUtcNow();
        return ifMatch is not null && etag != ifMatch ? AssetErrors.Changed(assetId)
            : asset.State == AssetState.Deleting ? AssetErrors.WrongState(assetId, asset.State, "Putting it into the trash")
            : new TrashErasure(assetId, asset.Trashed ?? new TrashMark(now, now.AddDays(options.RetentionDays)));
    }

    /// <summary>Ends uploads and runs, which nobody shall pay for; the run whose workflow and jobs are to be stopped, or null.</summary>
    public async Task<CancelledRun?> StopAsync(string ownerId, string assetId, CancellationToken ct)
    {
        if (await store.FindAsync(assetId, ct) is { Value: var asset } && (asset.IsInProgress || asset.State == AssetState.AwaitingUpload || RevisionExtension.IsMaking(asset)))
        {
            var cancelled = await cancel.ExecuteAsync(ownerId, assetId, ct);
            return cancelled.Succeeded ? cancelled.Value : null;
        }

        await uploads.AbortOpenAsync(ownerId, assetId, ct);
        return null;
    }

    public async Task<Result<Stored<Asset>>> ExecuteAsync(TrashErasure erasure, CancellationToken ct)
    {
        var written = await assets.UpdateAsync(
            erasure.AssetId,
            asset => asset.Trashed is null ? asset with { Trashed = erasure.Mark } : asset,
            ct,
            asset => asset.State is AssetState.Deleting or AssetState.Deleted ? AssetErrors.NotFound(asset.Id) : null);
        return written.Succeeded ? await TellAsync(VideoEvents.OfTrashing(written.Value), ct) : written.Error!;
    }

    /// <summary>Back out of the trash; an asset that is not there stays as it is.</summary>
    /// <returns>The asset; <c>asset.not_found</c>, or <c>asset.wrong_state</c> when it is being erased.</returns>
    public async Task<Result<Stored<Asset>>> RestoreAsync(string ownerId, string assetId, CancellationToken ct)
    {
        var found = await get.EvenTrashedAsync(ownerId, assetId, ct);
        if (!found.Succeeded)
        {
            return found.Error!;
        }

        var written = await assets.UpdateAsync(
            assetId,
            asset => asset.Trashed is null ? asset : asset with { Trashed = null },
            ct,
            asset => asset.State is AssetState.Deleting or AssetState.Deleted ? AssetErrors.WrongState(assetId, asset.State, "Restoring") : null);
        return written.Succeeded ? await TellAsync(VideoEvents.OfRestoration(written.Value), ct) : written.Error!;
    }

    /// <summary>Whoever got no answer asks again, and it is told again.</summary>
    private async Task<Result<Stored<Asset>>> TellAsync(VideoEvent happened, CancellationToken ct)
    {
        await events.PublishAsync(happened, ct);
        return await store.FindAsync(happened.AssetId, ct) ?? (Result<Stored<Asset>>)AssetErrors.NotFound(happened.AssetId);
    }
}
