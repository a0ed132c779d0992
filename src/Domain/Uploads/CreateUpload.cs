using StreamPlatform.Domain.Accounts;
using StreamPlatform.Domain.Accounts.Defaults;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Catalog.Channels;
using StreamPlatform.Domain.Operations.Tracing;
using StreamPlatform.Domain.Processing.Watermarks;
using StreamPlatform.Domain.Storage;

namespace StreamPlatform.Domain.Uploads;

/// <summary>
/// Opens an upload: for a new asset, or to replace the original of one. The order of writes matters: a crash after any
/// of them leaves only what the sweep removes when the upload expires.
/// </summary>
public sealed class CreateUpload(
    IUploadStore uploads, IAssetStore assets, Quotas quotas, IUploadUrls urls, IEncodingDefaultsStore defaults, IBlobStore blobs, Channels channels, UploadLimits limits, TimeProvider clock)
{
    /// <returns>The upload and its URL, or <c>upload.*</c>, <c>quota.*</c>, <c>asset.not_found</c>, <c>asset.wrong_state</c>, <c>asset.*_invalid</c>, <c>channel.not_found</c>, <c>encoding.*</c>, <c>watermark.*</c>.</returns>
    public async Task<Result<OpenUpload>> ExecuteAsync(string ownerId, NewUpload wanted, CancellationToken ct)
    {
        if (Check(wanted) is { } invalid)
        {
            return invalid;
        }

        return wanted.RequestId is not null && await uploads.FindAsync(ownerId, IdOf(Upload.IdPrefix, wanted), ct) is { Value: var opened }
            ? await FinishAsync(opened, wanted, ct)
            : await OpenAsync(ownerId, wanted, ct);
    }

    private async Task<Result<OpenUpload>> OpenAsync(string ownerId, NewUpload wanted, CancellationToken ct)
    {
        var found = wanted.AssetId is null
            ? await NewAssetAsync(ownerId, wanted, ct)
            : await FindReplaceableAsync(ownerId, wanted.AssetId, ct);
        if (!found.Succeeded)
        {
            return found.Error!;
        }

        var asset = found.Value;
        PlatformTraces.Concerns(asset.Id);
        var upload = NewUploadOf(asset, wanted);
        var reserved = await quotas.ReserveUploadAsync(ownerId, upload.Id, upload.SizeBytes, upload.ExpiresAt, ct);
        if (!reserved.Succeeded)
        {
            return reserved.Error!;
        }

        await uploads.AddAsync(upload, ct);
        if (wanted.AssetId is null)
        {
            await assets.AddAsync(asset, ct);
        }

        var url = upload.Import is null ? await urls.SignAsync(upload.Blob, upload.ExpiresAt, ct) : null;
        return OpenUpload.Of(upload, url, asset);
    }

    /// <summary>An earlier try of the request opened the upload, and may have died before it added the asset.</summary>
    private async Task<Result<OpenUpload>> FinishAsync(Upload upload, NewUpload wanted, CancellationToken ct)
    {
        if (upload.State == UploadState.Awaiting && wanted.AssetId is null && await assets.FindAsync(upload.AssetId, ct) is null)
        {
            var asset = await NewAssetAsync(upload.OwnerId, wanted, ct);
            if (!asset.Succeeded)
            {
                return asset.Error!;
            }

            await assets.AddAsync(asset.Value, ct);
        }

        return await new GetUpload(uploads, assets, urls).ExecuteAsync(upload.OwnerId, upload.Id, ct);
    }

    private static string IdOf(string prefix, NewUpload wanted) =>
        wanted.RequestId is { } request ? OpaqueId.From(prefix, request) : OpaqueId.New(prefix);

    private Error? Check(NewUpload wanted) =>
        string.IsNullOrWhiteSpace(wanted.FileName)
            || wanted.FileName.Length > UploadErrors.MaxFileNameLength
            || wanted.FileName.Any(char.IsControl) ? UploadErrors.NameInvalid()
        : wanted.SizeBytes <= 0 && wanted.Import is null ? UploadErrors.SizeInvalid()
        : wanted.SizeBytes > limits.MaxBytes ? UploadErrors.TooLarge(limits.MaxBytes)
        : wanted.Encoding?.Check();

    private async Task<Result<Asset>> NewAssetAsync(string ownerId, NewUpload wanted, CancellationToken ct)
    {
        var title = Titles.Parse(wanted.Title ?? Titles.FromFileName(wanted.FileName!));
        if (!title.Succeeded)
        {
            return title.Error!;
        }

        var encoding = await defaults.FindAsync(ownerId, ct) is { Value: var chosen } ? chosen.Complete(wanted.Encoding) : wanted.Encoding;
        var image = await blobs.FindWatermarkAsync(ownerId, encoding?.Watermark, ct);
        if (!image.Succeeded)
        {
            return image.Error!;
        }

        if (wanted.Details?.ChannelId.Value is { } channel && await channels.GetOwnAsync(ownerId, channel, ct) is { Succeeded: false, Error: var missing })
        {
            return missing!;
        }

        var now = clock.GetUtcNow();
        var asset = new Asset
        {
            Id = IdOf(AssetIds.Prefix, wanted),
            OwnerId = ownerId,
            Title = title.Value,
            State = AssetState.AwaitingUpload,
            CreatedAt = now,
            UpdatedAt = now,
            PlaybackIds = [AssetIds.NewPlaybackId(wanted.Policy)],
            Encoding = encoding,
            OnDuplicate = wanted.OnDuplicate,
        };
        return wanted.Details?.ApplyTo(asset, now) ?? asset;
    }

    private async Task<Result<Asset>> FindReplaceableAsync(string ownerId, string assetId, CancellationToken ct)
    {
        var found = await new GetAsset(assets).ExecuteAsync(ownerId, assetId, ct);
        return !found.Succeeded ? found.Error!
            : AssetTransitions.Next(found.Value.Value.State, AssetEvent.SourceCommitted) is null
                ? AssetErrors.WrongState(assetId, found.Value.Value.State, AssetErrors.Describe(AssetEvent.SourceCommitted))
                : found.Value.Value;
    }

    private Upload NewUploadOf(Asset asset, NewUpload wanted)
    {
        var now = clock.GetUtcNow();
        var expiresAt = now + UploadLimits.Lifetime;
        return new Upload
        {
            Id = IdOf(Upload.IdPrefix, wanted),
            OwnerId = asset.OwnerId,
            AssetId = asset.Id,
            FileName = wanted.FileName!.Trim(),
            SizeBytes = wanted.SizeBytes,
            BlockSizeBytes = BlockSizes.For(wanted.SizeBytes),
            Import = wanted.Import is { } from ? new Imports.ImportSource(from) : null,
            State = UploadState.Awaiting,
            CreatedAt = now,
            ExpiresAt = expiresAt,
            SweepAt = expiresAt,
            TraceParent = PlatformTraces.Parent,
        };
    }
}
