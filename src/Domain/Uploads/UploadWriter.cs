using StreamPlatform.Domain.Catalog;

namespace StreamPlatform.Domain.Uploads;

/// <summary>The one way an upload is written: by event, guarded by its ETag, starting over when someone was faster.</summary>
internal sealed class UploadWriter(IUploadStore store)
{
    private const int Attempts = 32;

    /// <returns>The upload as written, or <c>upload.not_found</c>, <c>upload.wrong_state</c>.</returns>
    /// <exception cref="TimeoutException">Others were faster every time; whoever delivered the work delivers it again.</exception>
    public async Task<Result<Upload>> ApplyAsync(
        string ownerId, string uploadId, UploadEvent on, Func<Upload, Upload> change, CancellationToken ct)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (await store.FindAsync(ownerId, uploadId, ct) is not { } stored)
            {
                return UploadErrors.NotFound(uploadId);
            }

            var upload = stored.Value;
            if (UploadTransitions.Next(upload.State, on) is not { } next)
            {
                return UploadErrors.WrongState(uploadId, upload.State);
            }

            var changed = change(upload with { State = next });
            if (await store.ReplaceAsync(changed, stored.ETag, ct) is not null)
            {
                return changed;
            }
        }

        throw new TimeoutException($"Upload {uploadId} is written by too many at once.");
    }
}
