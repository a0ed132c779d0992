using StreamPlatform.Azure.Cosmos;
using StreamPlatform.Domain.Uploads;

namespace StreamPlatform.Azure.Uploads;

internal sealed record UploadItem : DocumentItem
{
    public override string Type => "upload";
    public required string OwnerId { get; init; }
    public required string AssetId { get; init; }

    /// <summary>Its place in listings; see <see cref="SortKeys"/>.</summary>
    public required string SortKey { get; init; }

    /// <summary>As <see cref="SortKeys.Time"/> writes it; none when the sweep needn't look.</summary>
    public string? SweepAt { get; init; }

    public static UploadItem Of(ItemKey key, Upload upload) => new()
    {
        Id = key.Id,
        OwnerId = upload.OwnerId,
        AssetId = upload.AssetId,
        SortKey = SortKeys.Of(upload.CreatedAt, upload.Id),
        SweepAt = upload.SweepAt is { } at ? SortKeys.Time(at) : null,
        Document = From(upload),
    };
}
