using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Catalog.Events;
using StreamPlatform.Domain.Processing.Extensions;
using StreamPlatform.Domain.Storage;
using StreamPlatform.Domain.Uploads;

namespace StreamPlatform.Domain.Processing.Moving;

/// <summary>
/// An asset goes to another account, and plays all the while: its ids, its blobs and what is said of it stay. What the other account needs is
/// there before the one write that makes it theirs, what the first had goes after it; each may be repeated, so that a death anywhere is gone
/// on from.
/// </summary>
public sealed class MoveAsset(
    GetAsset get, IAssetStore store, Assets assets, MovedUploads uploads, Duplicates.Duplicates duplicates, IBlobStore blobs, IEventPublisher events)
{
    /// <summary>What there is to move; it may be there already.</summary>
    /// <returns><c>asset.not_found</c>, <c>asset.trashed</c>, <c>asset.taken_down</c> or <c>asset.wrong_state</c>.</returns>
    public async Task<Result<(ContentMove Move, Asset Asset)>> CheckAsync(string from, string to, string assetId, CancellationToken ct)
    {
        var found = await get.EvenTrashedAsync(to, assetId, ct);
        found = found.Succeeded ? found : await get.ExecuteAsync(from, assetId, ct);
        if (!found.Succeeded)
        {
            return found.Error!;
        }

        var asset = found.Value.Value;
        return asset.OwnerId == from && from != to && await WhyNotAsync(asset, ct) is { } refused ? refused : (new ContentMove(from, to, assetId, null, asset.Moves), asset);
    }

    /// <returns>The asset; <c>asset.not_found</c>, <c>asset.wrong_state</c> or <c>quota.bytes</c>.</returns>
    public async Task<Result<Asset>> ExecuteAsync(ContentMove move, string assetId, CancellationToken ct)
    {
        if (await store.FindAsync(assetId, ct) is not { Value: var asset })
        {
            return AssetErrors.NotFound(assetId);
        }

        if (Waits(asset, move))
        {
            var written = await WhyNotAsync(asset, ct) is { } refused ? refused : await WriteAsync(asset, move, ct);
            if (!written.Succeeded)
            {
                return written;
            }

            asset = written.Value;
        }

        if (asset.OwnerId != move.To || asset.Moves != move.Moves + 1)
        {
            return asset.OwnerId == move.To || asset.OwnerId == move.From ? asset : AssetErrors.NotFound(assetId);
        }

        await uploads.ReleaseAsync(asset, move.From, ct);
        await duplicates.MoveAsync(asset, move.From, ct);
        if (asset.PublishedRunId is not null)
        {
            await events.PublishAsync(VideoEvents.OfUpdate(asset), ct);
        }

        return asset;
    }

    private static bool Waits(Asset asset, ContentMove move) =>
        asset.OwnerId == move.From && move.From != move.To && asset.Moves == move.Moves && asset.State is not (AssetState.Deleting or AssetState.Deleted);

    private async Task<Result<Asset>> WriteAsync(Asset asset, ContentMove move, CancellationToken ct)
    {
        if ((await uploads.HoldAsync(asset, move.To, ct)).Error is { } full)
        {
            return full;
        }

        if (asset.Encoding?.Watermark is { } watermark)
        {
            await CopyAsync(watermark.Image, move, ct);
        }

        return await assets.UpdateAsync(
            asset.Id,
            found => Waits(found, move) ? found with { OwnerId = move.To, Moves = move.Moves + 1, ChannelId = found.ChannelId == move.ChannelId ? found.ChannelId : null } : found,
            ct,
            found => Waits(found, move) && IsBusy(found) ? Busy(found) : null);
    }

    /// <summary>Another process would go on with it for the account that it began for.</summary>
    private async Task<Error?> WhyNotAsync(Asset asset, CancellationToken ct) => IsBusy(asset) || await uploads.AreOpenAsync(asset, ct) ? Busy(asset) : null;

    private static bool IsBusy(Asset asset) => asset.IsInProgress || asset.State is AssetState.AwaitingUpload or AssetState.Deleting || RevisionExtension.IsMaking(asset);

    private static Error Busy(Asset asset) => AssetErrors.WrongState(asset.Id, asset.State, "Moving it while something is made or uploaded");

    /// <summary>The image that it would be made with again; of one that is gone the other account learns then.</summary>
    private async Task CopyAsync(string image, ContentMove move, CancellationToken ct)
    {
        if (await blobs.ReadAsync(Watermarks.WatermarkImages.PathOf(move.From, image), Profiles.WatermarkErrors.MaxBytes, ct) is { } png)
        {
            await blobs.CreateAsync(Watermarks.WatermarkImages.PathOf(move.To, image), png, "image/png", ct);
        }
    }
}
