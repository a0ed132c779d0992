using StreamPlatform.Domain.Accounts;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Storage;

namespace StreamPlatform.Domain.Uploads;

/// <summary>Deletes originals that another upload replaced, with the quota they held.</summary>
public sealed class SupersededOriginals(IUploadStore uploads, IBlobStore blobs, Quotas quotas)
{
    /// <summary>The upload that brought the asset's original; null when it has none.</summary>
    internal async Task<Upload?> CurrentAsync(Asset asset, CancellationToken ct) =>
        CurrentOf(asset, await uploads.ListByAssetAsync(asset.OwnerId, asset.Id, ct));

    public async Task DeleteAsync(Asset asset, CancellationToken ct)
    {
        var all = await uploads.ListByAssetAsync(asset.OwnerId, asset.Id, ct);
        if (CurrentOf(asset, all) is not { } current)
        {
            return;
        }

        // One that is pinned to a later generation was accepted and is about to become the original.
        foreach (var upload in all.Where(upload =>
            upload.State == UploadState.Committed && upload.Generation <= current.Generation && upload.Id != current.Id))
        {
            await blobs.DeleteAsync(upload.Blob, ct);
            await quotas.ReleaseUploadAsync(upload.OwnerId, upload.UsageId, ct);
        }
    }

    /// <summary>Deletes the asset's originals too: they are refused, and it has named none as its own any more.</summary>
    public async Task DiscardAsync(Asset asset, CancellationToken ct)
    {
        foreach (var upload in await uploads.ListByAssetAsync(asset.OwnerId, asset.Id, ct))
        {
            if (upload.State == UploadState.Committed && upload.Generation <= asset.Generation)
            {
                await blobs.DeleteAsync(upload.Blob, ct);
                await quotas.ReleaseUploadAsync(upload.OwnerId, upload.UsageId, ct);
            }
        }
    }

    private static Upload? CurrentOf(Asset asset, IReadOnlyList<Upload> all) =>
        all.FirstOrDefault(upload => upload.Blob.Name == asset.Source?.BlobName);
}
