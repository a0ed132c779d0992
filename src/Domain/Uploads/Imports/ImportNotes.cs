using StreamPlatform.Domain.Catalog;

namespace StreamPlatform.Domain.Uploads.Imports;

/// <summary>An upload that a part writes into while its owner may end it.</summary>
internal sealed class ImportNotes(IUploadStore uploads, Stored<Upload> stored, TimeProvider clock)
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(5);

    private const int Attempts = 8;

    private Stored<Upload> _stored = stored;
    private long _noted = clock.GetTimestamp();

    /// <summary>As it was last read or written.</summary>
    public Upload Upload => _stored.Value;

    /// <summary>It still waits for its file.</summary>
    public bool IsOpen => Upload.State == UploadState.Awaiting;

    /// <summary>Notes how far it is, every few seconds, and learns whether it is still wanted.</summary>
    public async Task ProgressAsync(long done, CancellationToken ct, bool now = false)
    {
        if (now || clock.GetElapsedTime(_noted) >= Between)
        {
            _noted = clock.GetTimestamp();
            await WriteAsync(upload => upload with { Import = upload.Import! with { BytesDone = done, Tries = upload.Import.Resumable ? 0 : upload.Import.Tries } }, ct);
        }
    }

    /// <exception cref="TimeoutException">Others were faster every time.</exception>
    public async Task WriteAsync(Func<Upload, Upload> change, CancellationToken ct)
    {
        for (var attempt = 0; attempt < Attempts && IsOpen; attempt++)
        {
            var changed = change(Upload);
            if (await uploads.ReplaceAsync(changed, _stored.ETag, ct) is { } etag)
            {
                _stored = new Stored<Upload>(changed, etag);
                return;
            }

            _stored = await uploads.FindAsync(Upload.OwnerId, Upload.Id, ct) ?? throw new TimeoutException($"Upload {Upload.Id} is gone.");
        }

        if (IsOpen)
        {
            throw new TimeoutException($"Upload {Upload.Id} is written by too many at once.");
        }
    }
}
