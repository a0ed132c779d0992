using StreamPlatform.Domain.Accounts;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Processing;
using StreamPlatform.Domain.Storage;

namespace StreamPlatform.Domain.Uploads;

/// <summary>
/// A blob appeared under an upload's name. Makes it the asset's original and says which workflow to start. The upload's
/// record decides, once: it pins the ETag and the generation, and everything after it can be repeated from there.
/// </summary>
public sealed class CommitUpload(
    IUploadStore uploads,
    IAssetStore store,
    Assets assets,
    Quotas quotas,
    UploadCloser closer,
    SupersededOriginals superseded,
    UploadLimits limits)
{
    private static readonly CommitOutcome Nothing = new(CommitVerdict.AlreadyDone);
    private static readonly Error Stale = new("", 0, "");

    private readonly UploadWriter _writer = new(uploads);

    public async Task<CommitOutcome> ExecuteAsync(string assetId, string uploadId, BlobFacts blob, CancellationToken ct)
    {
        if (!OpaqueId.IsValid(assetId, AssetIds.Prefix)
            || !OpaqueId.IsValid(uploadId, Upload.IdPrefix)
            || await store.FindAsync(assetId, ct) is not { Value: var asset }
            || await uploads.FindAsync(asset.OwnerId, uploadId, ct) is not { Value: var upload }
            || upload.AssetId != assetId)
        {
            return new CommitOutcome(CommitVerdict.OutsideAnyUpload);
        }

        return await CommitAsync(asset, upload, blob, ct) with { TraceParent = upload.TraceParent };
    }

    private async Task<CommitOutcome> CommitAsync(Asset asset, Upload upload, BlobFacts blob, CancellationToken ct)
    {
        if (upload.State == UploadState.Awaiting)
        {
            var accepted = await AcceptAsync(asset, upload, blob, ct);
            if (!accepted.Succeeded)
            {
                return await RefuseAsync(upload, accepted.Error!, ct);
            }

            upload = accepted.Value;
        }

        if (upload.State != UploadState.Committed)
        {
            await closer.CloseAsync(upload, ct);
            return new CommitOutcome(CommitVerdict.Refused, Refusal: UploadErrors.WrongState(upload.Id, upload.State));
        }

        if (upload.CommittedETag == blob.ETag)
        {
            return await StartAsync(upload, blob, ct);
        }

        if (asset.State is not (AssetState.Deleting or AssetState.Deleted))
        {
            // A client whose commit was answered by nobody commits the same file again, and the ETag that was pinned is
            // gone: the run that is pinned to it can only fail, so another one takes its place.
            return blob.Bytes == upload.CommittedBytes && IsUnmade(asset, upload)
                ? await StartAsync(await RepinAsync(upload, blob, asset.Generation + 1, ct), blob, ct)
                : new CommitOutcome(CommitVerdict.ReplacedAfterCommit);
        }

        // The upload's URL outlives the asset: what is written to it now would stay for ever.
        await closer.CloseAsync(upload, ct);
        return new CommitOutcome(
            CommitVerdict.Refused,
            Refusal: AssetErrors.WrongState(asset.Id, asset.State, AssetErrors.Describe(AssetEvent.SourceCommitted)));
    }

    /// <summary>The asset has not taken the upload yet, or waits for the first that is made of it.</summary>
    private static bool IsUnmade(Asset asset, Upload upload) =>
        asset.Generation < upload.Generation
        || (asset.Source?.BlobName == upload.Blob.Name
            && (asset.IsInProgress || asset.State == AssetState.Failed));

    /// <summary>The upload as it stands after this event; another event or an abort may have been faster.</summary>
    private async Task<Result<Upload>> AcceptAsync(Asset asset, Upload upload, BlobFacts blob, CancellationToken ct)
    {
        if (blob.Bytes > limits.MaxBytes)
        {
            return UploadErrors.TooLarge(limits.MaxBytes);
        }

        if (AssetTransitions.Next(asset.State, AssetEvent.SourceCommitted) is null)
        {
            return AssetErrors.WrongState(asset.Id, asset.State, AssetErrors.Describe(AssetEvent.SourceCommitted));
        }

        if (asset.Trashed is not null)
        {
            return AssetErrors.Trashed(asset.Id);
        }

        var fits = await quotas.SettleUploadAsync(upload.OwnerId, upload.Id, blob.Bytes, ct);
        if (!fits.Succeeded)
        {
            return fits.Error!;
        }

        var written = await _writer.ApplyAsync(
            upload.OwnerId,
            upload.Id,
            UploadEvent.Committed,
            u => u with
            {
                CommittedETag = blob.ETag,
                CommittedBytes = blob.Bytes,
                Generation = asset.Generation + 1,
                SweepAt = null,
            },
            ct);
        return written.Succeeded ? written : (await uploads.FindAsync(upload.OwnerId, upload.Id, ct))!.Value;
    }

    private async Task<CommitOutcome> RefuseAsync(Upload upload, Error why, CancellationToken ct) =>
        await closer.RefuseAsync(upload, why, ct) ? new CommitOutcome(CommitVerdict.Refused, Refusal: why) : Nothing;

    private async Task<CommitOutcome> StartAsync(Upload upload, BlobFacts blob, CancellationToken ct)
    {
        var source = new SourceFile(upload.Blob.Container, upload.Blob.Name, blob.ETag, blob.Bytes, upload.FileName);
        var applied = await assets.ApplyAsync(
            upload.AssetId,
            AssetEvent.SourceCommitted,
            asset => WithSource(asset, source, blob.LastModified),
            ct,
            guard: asset => asset.Generation + 1 == upload.Generation ? null : Stale);
        if (applied.Succeeded)
        {
            await superseded.DeleteAsync(applied.Value, ct);
            return new CommitOutcome(CommitVerdict.Accepted, StartOf(applied.Value));
        }

        return ReferenceEquals(applied.Error, Stale) ? await RepeatAsync(upload, blob, ct)
            : applied.Error!.Code == "asset.busy" ? throw new TimeoutException(applied.Error.Message)
            : await RefuseAsync(upload, applied.Error, ct);
    }

    /// <summary>The asset took this original, or a later one, before. A start that was lost is given again.</summary>
    private async Task<CommitOutcome> RepeatAsync(Upload upload, BlobFacts blob, CancellationToken ct)
    {
        if (await store.FindAsync(upload.AssetId, ct) is not { Value: { State: not AssetState.Deleted } asset })
        {
            return Nothing;
        }

        var current = await superseded.CurrentAsync(asset, ct);
        if (current is not null && current.Generation < upload.Generation)
        {
            // The original is still an older one: a reprocess took the generation that was pinned, so take the next.
            return await StartAsync(await RepinAsync(upload, blob, asset.Generation + 1, ct), blob, ct);
        }

        await superseded.DeleteAsync(asset, ct);
        return asset.State == AssetState.Probing && asset.Source?.BlobName == upload.Blob.Name
            ? new CommitOutcome(CommitVerdict.AlreadyDone, StartOf(asset))
            : Nothing;
    }

    private async Task<Upload> RepinAsync(Upload upload, BlobFacts blob, int generation, CancellationToken ct)
    {
        var stored = await uploads.FindAsync(upload.OwnerId, upload.Id, ct);
        var repinned = upload with { CommittedETag = blob.ETag, Generation = generation };
        return stored!.Value.CommittedETag == upload.CommittedETag && await uploads.ReplaceAsync(repinned, stored.ETag, ct) is not null
            ? repinned
            : throw new TimeoutException($"Upload {upload.Id} is written by too many at once.");
    }

    private static Asset WithSource(Asset asset, SourceFile source, DateTimeOffset committedAt) => asset with
    {
        Source = source,
        ClipOf = null,
        Generation = asset.Generation + 1,
        WorkflowId = Workflows.ProcessId(asset.Id, source, asset.Generation + 1),
        RunId = null,
        Failure = null,
        Warnings = [],
        UploadedAt = committedAt,
        FirstPlayableAt = null,
        ReadyAt = null,
    };

    private static ProcessingStart StartOf(Asset asset) =>
        new(asset.WorkflowId!, new ProcessingRun(asset.Id, asset.Generation));
}
