using StreamPlatform.Domain.Accounts;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Storage;

namespace StreamPlatform.Domain.Uploads;

/// <summary>
/// The originals of an asset that goes to another account: who has them in their records, and against whose quota they count. The bytes stay
/// where they are. What is held for an asset that never comes lapses by itself.
/// </summary>
public sealed class MovedUploads(IUploadStore store, IBlobStore blobs, Quotas quotas)
{
    /// <summary>A file may still come, or has come and is about to be taken.</summary>
    public async Task<bool> AreOpenAsync(Asset asset, CancellationToken ct) => (await store.ListByAssetAsync(asset.OwnerId, asset.Id, ct))
        .Any(upload => upload.State == UploadState.Awaiting || (upload.State == UploadState.Committed && upload.Generation > asset.Generation));

    /// <summary>Before the asset goes; <c>quota.bytes</c> when they don't fit.</summary>
    public async Task<Result<Done>> HoldAsync(Asset asset, string to, CancellationToken ct)
    {
        foreach (var upload in await store.ListByAssetAsync(asset.OwnerId, asset.Id, ct))
        {
            if (upload is not { State: UploadState.Committed, CommittedBytes: { } bytes } || await blobs.FindAsync(upload.Blob, ct) is null)
            {
                continue;
            }

            var moved = upload with { OwnerId = to, Moves = upload.Moves + 1, SweepAt = null };
            var fits = await quotas.HoldAsync(to, moved.UsageId, bytes, ct);
            if (!fits.Succeeded)
            {
                return fits;
            }

            await PutAsync(moved, ct);
        }

        return default(Done);
    }

    /// <summary>After the asset has gone.</summary>
    public async Task ReleaseAsync(Asset asset, string from, CancellationToken ct)
    {
        var moved = (await store.ListByAssetAsync(asset.OwnerId, asset.Id, ct)).ToDictionary(upload => upload.Id);
        foreach (var upload in await store.ListByAssetAsync(from, asset.Id, ct))
        {
            if (moved.GetValueOrDefault(upload.Id) is { CommittedBytes: { } bytes } now && now.Moves == upload.Moves + 1)
            {
                await quotas.TakeAsync(now.OwnerId, now.UsageId, bytes, ct);
                await quotas.ReleaseUploadAsync(from, upload.UsageId, ct);
            }
        }
    }

    /// <summary>Where it was once before, its record is there.</summary>
    private async Task PutAsync(Upload moved, CancellationToken ct)
    {
        while (!await store.AddAsync(moved, ct)
            && await store.FindAsync(moved.OwnerId, moved.Id, ct) is { } there && there.Value.Moves < moved.Moves
            && await store.ReplaceAsync(moved, there.ETag, ct) is null)
        {
        }
    }
}
