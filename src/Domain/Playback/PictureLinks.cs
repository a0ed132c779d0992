using StreamPlatform.Domain.Catalog;

namespace StreamPlatform.Domain.Playback;

/// <summary>Where the pictures of a revision are fetched. Those of blobs are signed and absolute; null where there is none.</summary>
/// <param name="Storyboard">WebVTT whose cues are places on sheets (<c>#xywh=</c>), by the API.</param>
/// <param name="PreviewVideo">Muted MP4 of a few seconds.</param>
/// <param name="PreviewImage">The same as animated WebP.</param>
/// <param name="Waveform">JSON in audiowaveform's format.</param>
public sealed record PictureLinks(
    string? Poster, IReadOnlyList<string> Thumbnails, string? Storyboard, string? PreviewVideo, string? PreviewImage, string? Waveform)
{
    public static PictureLinks None { get; } = new(null, [], null, null, null, null);

    /// <param name="storyboard">Where the storyboard would be, if there is one.</param>
    public static PictureLinks Of(AssetPictures pictures, SignedMedia folder, string storyboard) => new(
        Url(pictures.Poster, folder),
        [.. pictures.Thumbnails.Select(folder.UrlOf)],
        pictures.Storyboard ? storyboard : null,
        Url(pictures.PreviewVideo, folder),
        Url(pictures.PreviewImage, folder),
        Url(pictures.Waveform, folder));

    private static string? Url(string? name, SignedMedia folder) => name is null ? null : folder.UrlOf(name);
}
