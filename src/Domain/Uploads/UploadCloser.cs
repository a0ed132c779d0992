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

    private readonly UploadWriter _writer = new(uploads);

    public async Task CloseAsync(Upload upload, CancellationToken ct)
    {
        await blobs.DeleteAsync(upload.Blob, ct);
        await quotas.ReleaseUploadAsync(upload.OwnerId, upload.UsageId, ct);

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

    /// <summary>Ends an upload whose file can't become the asset's original; false when it was ended before.</summary>
    public async Task<bool> RefuseAsync(Upload upload, Error why, CancellationToken ct)
    {
        var written = await _writer.ApplyAsync(
            upload.OwnerId,
            upload.Id,
            UploadEvent.Refused,
            u => u with
            {
                Failure = new AssetFailure(why.Code, why.Message),
                SweepAt = u.ExpiresAt + LastSweep,
            },
            ct);
        if (written.Succeeded)
        {
            await CloseAsync(written.Value, ct);
        }

        return written.Succeeded;
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

        var expired = upload.Import is null ? UploadErrors.Expired() : Imports.ImportErrors.TooSlow();
        return new AssetFailure(expired.Code, expired.Message);
    }
}
