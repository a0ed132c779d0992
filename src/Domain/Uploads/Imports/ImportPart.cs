using StreamPlatform.Domain.Accounts;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Storage;

namespace StreamPlatform.Domain.Uploads.Imports;

/// <summary>
/// Fetches for a while: as many blocks as come within a minute, then the next part goes on from there. What is staged is noted in
/// the upload; a part whose process dies is fetched again from the last note, into the same blocks. The whole is committed
/// as a creator's client would commit it, so that what follows is the same.
/// </summary>
public sealed class ImportPart(IUploadStore uploads, IBlobStore blobs, IRemoteFiles files, Quotas quotas, UploadCloser closer, UploadLimits limits, TimeProvider clock)
{
    /// <summary>Of a server that gives parts; a block that is on its way is waited for.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    /// <summary>For all of a file whose server gives no parts; an execution may take ten minutes.</summary>
    public static readonly TimeSpan LongestWhole = TimeSpan.FromMinutes(8);

    /// <summary>For one block: a server that takes longer is as good as gone.</summary>
    public static readonly TimeSpan LongestBlock = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);

    /// <summary>Seconds until the next try, after so many that brought nothing.</summary>
    private static readonly double[] Pauses = [5, 15, 60, 120, 300, 600, 600, 600];

    public async Task<ImportStep> ExecuteAsync(ImportRun run, CancellationToken ct)
    {
        if (await uploads.FindAsync(run.OwnerId, run.UploadId, ct) is not { Value: { Import: not null } upload } stored)
        {
            return ImportStep.Over;
        }

        if (upload.State != UploadState.Awaiting)
        {
            return await ClearAsync(upload, ct);
        }

        if (await blobs.FindAsync(upload.Blob, ct) is not null)
        {
            return ImportStep.Over;
        }

        if (clock.GetUtcNow() >= upload.ExpiresAt)
        {
            return await EndAsync(upload, ImportErrors.TooSlow(), ct);
        }

        var notes = new ImportNotes(uploads, stored, clock);
        using var answer = await files.OpenAsync(upload.Import.Url, upload.Import.Offset, upload.Import.Validator, ct);
        return answer.File is not { } file
            ? await (answer.Passes ? AgainAsync(notes, answer.Failure!, answer.RetryAfter, ct) : EndAsync(upload, answer.Failure!, ct))
            : await CheckAsync(upload, file, notes, ct) is { } wrong ? await EndAsync(upload, wrong, ct)
            : await FetchAsync(file, notes, ct);
    }

    /// <summary>What is wrong with what begins to come; notes what is right.</summary>
    private async Task<Error?> CheckAsync(Upload upload, RemoteFile file, ImportNotes notes, CancellationToken ct)
    {
        var import = upload.Import!;
        if (import.Offset > 0)
        {
            return file.Validator != import.Validator || file.TotalBytes != import.TotalBytes ? ImportErrors.Changed()
                : file.Offset != import.Offset ? ImportErrors.AnswerInvalid("it sends other parts than it is asked for.")
                : null;
        }

        var wrong = file.Offset != 0 ? ImportErrors.AnswerInvalid("it sends other parts than it is asked for.")
            : file.TotalBytes == 0 ? ImportErrors.Empty()
            : file.TotalBytes > limits.MaxBytes ? ImportErrors.TooLarge(limits.MaxBytes)
            : MediaTypes.IsNoFile(file.MediaType) ? ImportErrors.NotAFile(file.MediaType!)
            : null;
        if (wrong is not null)
        {
            return wrong;
        }

        // Of a file of unknown length the quota is looked at when it is there: it is short, or it doesn't come in time.
        var fits = await quotas.ReserveUploadAsync(upload.OwnerId, upload.Id, file.TotalBytes ?? 0, upload.ExpiresAt, ct);
        if (!fits.Succeeded)
        {
            return fits.Error;
        }

        var resumable = file is { IsPart: true, Validator: not null, TotalBytes: not null };
        await notes.WriteAsync(
            noted => noted with
            {
                SizeBytes = file.TotalBytes ?? 0,
                BlockSizeBytes = BlockSizes.For(file.TotalBytes ?? limits.MaxBytes),
                Import = noted.Import! with { TotalBytes = file.TotalBytes, Validator = file.Validator, Resumable = resumable, BytesDone = 0 },
            },
            ct);
        return null;
    }

    private async Task<ImportStep> FetchAsync(RemoteFile file, ImportNotes notes, CancellationToken ct)
    {
        var (began, import) = (clock.GetTimestamp(), notes.Upload.Import!);
        using var whole = new CancellationTokenSource(import.Resumable ? Timeout.InfiniteTimeSpan : LongestWhole, clock);
        var (done, buffer) = (import.Offset, new byte[notes.Upload.BlockSizeBytes]);
        while (notes.IsOpen && done != import.TotalBytes)
        {
            var (count, ended) = await ReadAsync(file.Content, buffer, import.TotalBytes - done, whole.Token, ct);
            if (ended is { } why && (why != End.Complete || import.TotalBytes is not null))
            {
                await (done > import.Offset ? notes.ProgressAsync(done, ct, now: true) : Task.CompletedTask);
                return !notes.IsOpen ? await ClearAsync(notes.Upload, ct)
                    : whole.IsCancellationRequested ? await EndAsync(notes.Upload, ImportErrors.NotResumable(LongestWhole), ct)
                    : await AgainAsync(notes, ImportErrors.Unreachable(why == End.Late ? "it sends too slowly." : "the connection broke."), null, ct);
            }

            if (done + count > limits.MaxBytes)
            {
                return await EndAsync(notes.Upload, ImportErrors.TooLarge(limits.MaxBytes), ct);
            }

            if (count > 0)
            {
                await blobs.StageAsync(notes.Upload.Blob, (int)(done / buffer.Length), buffer.AsMemory(0, count), ct);
                done += count;
                await notes.ProgressAsync(done, ct);
            }

            if (ended == End.Complete)
            {
                break;
            }

            if (import.Resumable && done != import.TotalBytes && clock.GetElapsedTime(began) >= Longest)
            {
                await notes.ProgressAsync(done, ct, now: true);
                return notes.IsOpen ? ImportStep.Next : await ClearAsync(notes.Upload, ct);
            }
        }

        return !notes.IsOpen ? await ClearAsync(notes.Upload, ct)
            : done == 0 ? await EndAsync(notes.Upload, ImportErrors.Empty(), ct) 
            : await CommitAsync(notes, done, buffer.Length, ct);
    }

    private async Task<ImportStep> CommitAsync(ImportNotes notes, long bytes, int blockBytes, CancellationToken ct)
    {
        await notes.ProgressAsync(bytes, ct, now: true);
        if (!notes.IsOpen)
        {
            return await ClearAsync(notes.Upload, ct);
        }

        try
        {
            await blobs.CommitAsync(notes.Upload.Blob, (int)((bytes + blockBytes - 1) / blockBytes), "application/octet-stream", ct);
            return ImportStep.Over;
        }
        catch (BlobChangedException)
        {
            // Storage lost blocks that it had taken: from the beginning.
            await notes.WriteAsync(upload => upload with { Import = upload.Import! with { BytesDone = 0 } }, ct);
            return await AgainAsync(notes, ImportErrors.Unreachable("what it had sent was lost."), null, ct);
        }
    }

    /// <summary>Fills the buffer, or as much of it as is left.</summary>
    private async Task<(int Count, End? Ended)> ReadAsync(Stream content, byte[] buffer, long? left, CancellationToken whole, CancellationToken ct)
    {
        var wanted = (int)Math.Min(buffer.Length, left ?? buffer.Length);
        using var late = new CancellationTokenSource(LongestBlock, clock);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(late.Token, whole, ct);
        try
        {
            var count = await content.ReadAtLeastAsync(buffer.AsMemory(0, wanted), wanted, throwOnEndOfStream: false, limit.Token);
            return (count, count < wanted ? End.Complete : null);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return (0, End.Late);
        }
        catch (IOException)
        {
            return (0, End.Broken);
        }
    }

    /// <summary>After a while, unless it was tried often enough.</summary>
    private async Task<ImportStep> AgainAsync(ImportNotes notes, Error why, TimeSpan? retryAfter, CancellationToken ct)
    {
        var tries = notes.Upload.Import!.Tries + 1;
        if (tries > Pauses.Length)
        {
            return await EndAsync(notes.Upload, why, ct);
        }

        await notes.WriteAsync(upload => upload with { Import = upload.Import! with { Tries = tries } }, ct);
        var asked = retryAfter > LongestPause ? LongestPause : retryAfter ?? TimeSpan.Zero;
        return new ImportStep(Math.Max(Pauses[tries - 1], asked.TotalSeconds));
    }

    /// <summary>For one that was ended by others, who may have died before it was cleared away.</summary>
    private async Task<ImportStep> ClearAsync(Upload upload, CancellationToken ct)
    {
        await (upload.State == UploadState.Committed ? Task.CompletedTask : closer.CloseAsync(upload, ct));
        return ImportStep.Over;
    }

    private async Task<ImportStep> EndAsync(Upload upload, Error why, CancellationToken ct)
    {
        await closer.RefuseAsync(upload, why, ct);
        return ImportStep.Over;
    }

    /// <summary>Why no more bytes come.</summary>
    private enum End
    {
        Complete,
        Broken,
        Late,
    }
}
