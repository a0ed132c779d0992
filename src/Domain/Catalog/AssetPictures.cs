namespace StreamPlatform.Domain.Catalog;

/// <summary>
/// Pictures of the published revision: blob names (media container). Kept with the asset, so that a list of assets can
/// show them without reading any presentation.
/// </summary>
/// <param name="Storyboard">There is one; where its sheets are, the presentation tells.</param>
/// <param name="PreviewVideo">MP4.</param>
/// <param name="PreviewImage">Animated WebP.</param>
/// <param name="Waveform">JSON.</param>
public sealed record AssetPictures(
    string? Poster, IReadOnlyList<string> Thumbnails, bool Storyboard, string? PreviewVideo, string? PreviewImage, string? Waveform)
{
    /// <summary>Names of all of them.</summary>
    public IEnumerable<string> Blobs() => [.. Thumbnails, .. new[] { Poster, PreviewVideo, PreviewImage, Waveform }.OfType<string>()];
}
