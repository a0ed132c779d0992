using StreamPlatform.Domain.Accounts;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Storage;

namespace StreamPlatform.Domain.Uploads;

/// <summary>
/// What follows when an upload was aborted, refused or ran out: its blob goes, its quota is given back, and an asset
/// that waited for nothing else learns of it. Driven by the upload's record alone, so it can be repeated at any time.
/// </summary>
public sealed class UploadCloser(IUploadStore uploads, IBlobStore blobs, Assets assets, Quotas quotas)
{
    /// <summary>How long after its URL expired an upload is swept once more: a commit may have been in flight.</summary>
    internal static readonly TimeSpan LastSweep = TimeSpan.FromHours(1);

    public async Task CloseAsync(Upload upload, CancellationToken ct)
    {
        await blobs.DeleteAsync(upload.Blob, ct);
        await quotas.ReleaseUploadAsync(upload.OwnerId, upload.Id, ct);

        var siblings = await uploads.ListByAssetAsync(upload.OwnerId, upload.AssetId, ct);
        if (siblings.Any(other => other.State == UploadState.Awaiting))
        {
            return;
        }

        // Refusals are expected: the asset has moved on, or was never written.
        await assets.ApplyAsync(
            upload.AssetId,
            EventFor(upload),
            asset => asset with { Failure = FailureOf(upload) },
            ct,
            guard: asset => asset.State == AssetState.AwaitingUpload
                ? null
                : AssetErrors.WrongState(asset.Id, asset.State, "Closing the upload"));
    }

    private static AssetEvent EventFor(Upload upload) =>
        upload.State == UploadState.Expired ? AssetEvent.UploadExpired
        : upload.Failure is null ? AssetEvent.CancelRequested
        : AssetEvent.Failed;

    private static AssetFailure? FailureOf(Upload upload)
    {
        if (upload.State != UploadState.Expired)
        {
            return upload.Failure;
        }

        var expired = UploadErrors.Expired();
        return new AssetFailure(expired.Code, expired.Message);
    }
}
