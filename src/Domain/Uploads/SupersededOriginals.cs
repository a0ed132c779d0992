using StreamPlatform.Domain.Accounts;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Storage;

namespace StreamPlatform.Domain.Uploads;

/// <summary>Deletes originals that another upload replaced, with the quota they held.</summary>
public sealed class SupersededOriginals(IUploadStore uploads, IBlobStore blobs, Quotas quotas)
{
    public async Task DeleteAsync(Asset asset, CancellationToken ct)
    {
        if (asset.Generation <= 1 || asset.Source is null)
        {
            return;
        }

        foreach (var upload in await uploads.ListByAssetAsync(asset.OwnerId, asset.Id, ct))
        {
            // One with a later generation was accepted and is about to become the original.
            if (upload.State == UploadState.Committed
                && upload.Generation <= asset.Generation
                && upload.Blob.Name != asset.Source.BlobName)
            {
                await blobs.DeleteAsync(upload.Blob, ct);
                await quotas.ReleaseUploadAsync(upload.OwnerId, upload.Id, ct);
            }
        }
    }
}
