using StreamPlatform.Domain.Accounts;

namespace StreamPlatform.Domain.Uploads;

/// <summary>Ends the uploads of an asset that is cancelled or deleted, so that a file that arrives later starts nothing.</summary>
public sealed class EndUploads(IUploadStore uploads, AbortUpload abort, Quotas quotas)
{
    /// <summary>Aborts what is still open.</summary>
    public async Task AbortOpenAsync(string ownerId, string assetId, CancellationToken ct)
    {
        foreach (var upload in await uploads.ListByAssetAsync(ownerId, assetId, ct))
        {
            if (upload.State == UploadState.Awaiting)
            {
                // Committed or expired meanwhile is fine: the asset's own state stops what follows.
                await abort.ExecuteAsync(ownerId, upload.Id, ct);
            }
        }
    }

    /// <summary>For an asset whose originals are deleted: aborts what is open and gives back what all of them held.</summary>
    public async Task ReleaseAllAsync(string ownerId, string assetId, CancellationToken ct)
    {
        await AbortOpenAsync(ownerId, assetId, ct);
        foreach (var upload in await uploads.ListByAssetAsync(ownerId, assetId, ct))
        {
            await quotas.ReleaseUploadAsync(ownerId, upload.UsageId, ct);
        }
    }
}
