using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Storage;

namespace StreamPlatform.Domain.Uploads;

/// <summary>One upload, for its owner; with a URL while it waits, so that an interrupted client can go on.</summary>
public sealed class GetUpload(IUploadStore uploads, IAssetStore assets, IUploadUrls urls)
{
    public async Task<Result<OpenUpload>> ExecuteAsync(string ownerId, string uploadId, CancellationToken ct)
    {
        if (!OpaqueId.IsValid(uploadId, Upload.IdPrefix)
            || await uploads.FindAsync(ownerId, uploadId, ct) is not { Value: var upload })
        {
            return UploadErrors.NotFound(uploadId);
        }

        var asset = await assets.FindAsync(upload.AssetId, ct);
        var url = upload is { State: UploadState.Awaiting, Import: null } ? await urls.SignAsync(upload.Blob, upload.ExpiresAt, ct) : null;
        return OpenUpload.Of(upload, url, asset?.Value);
    }
}
