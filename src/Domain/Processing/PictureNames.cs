using System.Globalization;

namespace StreamPlatform.Domain.Processing;

/// <summary>Names of pictures and what belongs to them, as markers list them (<see cref="RunPaths.Picture"/>).</summary>
public static class PictureNames
{
    public const string Poster = "poster.jpg";
    public const string PreviewVideo = "preview.mp4";
    public const string PreviewImage = "preview.webp";
    public const string Waveform = "waveform.json";

    private const string ThumbnailPrefix = "thumbnail-";
    private const string SheetPrefix = "storyboard/";

    /// <summary><c>thumbnail-25.jpg</c>, by the percentage of the duration.</summary>
    public static string Thumbnail(double fraction) => string.Create(CultureInfo.InvariantCulture, $"{ThumbnailPrefix}{fraction * 100:0}.jpg");

    /// <summary><c>storyboard/000000.jpg</c>, counted from 0.</summary>
    public static string Sheet(int number) => string.Create(CultureInfo.InvariantCulture, $"{SheetPrefix}{number:D6}.jpg");

    public static bool IsThumbnail(string name) => name.StartsWith(ThumbnailPrefix, StringComparison.Ordinal);

    public static bool IsSheet(string name) => name.StartsWith(SheetPrefix, StringComparison.Ordinal);
}
