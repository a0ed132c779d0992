using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Uploads;

namespace StreamPlatform.Functions.Uploads;

/// <summary>An upload as the API shows it. <see cref="Url"/> is there while it waits for its file.</summary>
public sealed record UploadBody
{
    public required string UploadId { get; init; }
    public required string AssetId { get; init; }
    public string? PlaybackId { get; init; }
    public required string FileName { get; init; }
    public required long SizeBytes { get; init; }
    public required long BlockSizeBytes { get; init; }
    /// <summary>Only of one whose file is fetched from the web.</summary>
    public ImportProgressBody? Import { get; init; }

    public required UploadState State { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset ExpiresAt { get; init; }
    public string? Url { get; init; }
    public AssetFailure? Failure { get; init; }

    public static UploadBody From(OpenUpload open) =>
        From(open.Upload) with { Url = open.Url?.AbsoluteUri, PlaybackId = open.PlaybackId };

    public static UploadBody From(Upload upload) => new()
    {
        UploadId = upload.Id,
        AssetId = upload.AssetId,
        FileName = upload.FileName,
        SizeBytes = upload.SizeBytes,
        BlockSizeBytes = upload.BlockSizeBytes,
        Import = ImportProgressBody.From(upload.Import),
        State = upload.State,
        CreatedAt = upload.CreatedAt,
        ExpiresAt = upload.ExpiresAt,
        Failure = upload.Failure,
    };
}
