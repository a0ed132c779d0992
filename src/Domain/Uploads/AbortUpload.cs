namespace StreamPlatform.Domain.Uploads;

/// <summary>The owner gives an upload up. Repeating it is fine; a file that arrives later is deleted.</summary>
public sealed class AbortUpload(IUploadStore uploads, UploadCloser closer)
{
    private readonly UploadWriter _writer = new(uploads);

    /// <returns>The upload, or <c>upload.not_found</c>, <c>upload.wrong_state</c> when it is complete or expired.</returns>
    public async Task<Result<Upload>> ExecuteAsync(string ownerId, string uploadId, CancellationToken ct)
    {
        var written = await _writer.ApplyAsync(
            ownerId,
            uploadId,
            UploadEvent.AbortRequested,
            upload => upload with { SweepAt = upload.ExpiresAt + UploadCloser.LastSweep },
            ct);
        if (!written.Succeeded)
        {
            var now = await uploads.FindAsync(ownerId, uploadId, ct);
            if (now?.Value.State != UploadState.Aborted)
            {
                return written.Error!;
            }

            written = now.Value;
        }

        await closer.CloseAsync(written.Value, ct);
        return written;
    }
}
