namespace StreamPlatform.Domain.Uploads;

/// <summary>An upload as its owner sees it.</summary>
/// <param name="Url">Where blocks go; null when the upload is over, and of an import.</param>
/// <param name="PlaybackId">By which the asset will play; null when the asset is gone.</param>
public sealed record OpenUpload(Upload Upload, Uri? Url, string? PlaybackId)
{
    internal static OpenUpload Of(Upload upload, Uri? url, Catalog.Asset? asset) =>
        new(upload, url, asset is { PlaybackIds: [var first, ..] } ? first.Id : null);
}
