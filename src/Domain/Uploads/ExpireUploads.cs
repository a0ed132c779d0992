using StreamPlatform.Domain.Storage;

namespace StreamPlatform.Domain.Uploads;

/// <summary>
/// The sweep: uploads whose time ran out expire, and those that ended are cleared once more after their URL has expired.
/// Also the safety net for a lost commit event: a blob that is there in time is committed, not deleted.
/// </summary>
public sealed class ExpireUploads(
    IUploadStore uploads, IBlobStore blobs, CommitUpload commit, UploadCloser closer, TimeProvider clock)
{
    /// <summary>The rest is due again at the next sweep.</summary>
    private const int BatchSize = 500;

    private readonly UploadWriter _writer = new(uploads);

    /// <returns>Workflows to start, of uploads whose commit event was lost.</returns>
    public async Task<IReadOnlyList<ProcessingStart>> ExecuteAsync(CancellationToken ct)
    {
        var starts = new List<ProcessingStart>();
        var now = clock.GetUtcNow();
        foreach (var upload in await uploads.ListDueAsync(now, BatchSize, ct))
        {
            if (await SweepAsync(upload, ct) is { } start)
            {
                starts.Add(start);
            }
        }

        return starts;
    }

    private async Task<ProcessingStart?> SweepAsync(Upload upload, CancellationToken ct)
    {
        if (upload.State == UploadState.Awaiting)
        {
            if (await blobs.FindAsync(upload.Blob, ct) is { } blob)
            {
                var outcome = await commit.ExecuteAsync(upload.AssetId, upload.Id, blob, ct);
                if (outcome.Verdict != CommitVerdict.OutsideAnyUpload)
                {
                    return outcome.Start;
                }
            }

            await ExpireAsync(upload, ct);
            return null;
        }

        if (upload.State != UploadState.Committed)
        {
            await closer.CloseAsync(upload, ct);
        }

        if (await uploads.FindAsync(upload.OwnerId, upload.Id, ct) is { Value.SweepAt: not null } stored)
        {
            await uploads.ReplaceAsync(stored.Value with { SweepAt = null }, stored.ETag, ct);
        }

        return null;
    }

    private async Task ExpireAsync(Upload upload, CancellationToken ct)
    {
        var written = await _writer.ApplyAsync(
            upload.OwnerId,
            upload.Id,
            UploadEvent.TimeRanOut,
            u => u with { SweepAt = u.ExpiresAt + UploadCloser.LastSweep },
            ct);
        if (written.Succeeded)
        {
            await closer.CloseAsync(written.Value, ct);
        }
    }
}
