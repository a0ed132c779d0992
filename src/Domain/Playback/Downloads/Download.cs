using StreamPlatform.Domain.Catalog;

namespace StreamPlatform.Domain.Playback.Downloads;

/// <summary>A rendition and its sound as one MP4 file, made when it is first asked for.</summary>
/// <param name="Status">How far it is.</param>
/// <param name="Url">Signed; null until it is ready.</param>
/// <param name="Bytes">Length of the file; null until it is ready.</param>
/// <param name="ExpiresAt">When <paramref name="Url"/> ends to work.</param>
/// <param name="Failure">Why it could not be made.</param>
public sealed record Download(
    string Rendition, DownloadStatus Status, string? Url = null, long? Bytes = null, DateTimeOffset? ExpiresAt = null, AssetFailure? Failure = null);
