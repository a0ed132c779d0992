using StreamPlatform.Domain.Catalog;

namespace StreamPlatform.Functions.Feeds;

/// <summary>How large something is shown, in pixels.</summary>
public sealed record FrameSize(int Width, int Height)
{
    private const int PosterLongSide = 1280;

    private static readonly FrameSize Usual = new(1920, 1080);

    /// <summary>Of the poster: as the source is shown, within 1280 pixels.</summary>
    public static FrameSize OfPoster(Asset asset) => Of(asset).Within(PosterLongSide, PosterLongSide);

    /// <summary>Of a player within these bounds.</summary>
    public static FrameSize OfPlayer(Asset asset, int maxWidth, int maxHeight)
    {
        var (shape, size) = (Of(asset), new FrameSize(maxWidth, maxHeight));
        var scale = Math.Min((double)size.Width / shape.Width, (double)size.Height / shape.Height);
        return new FrameSize(Math.Max(1, (int)(shape.Width * scale)), Math.Max(1, (int)(shape.Height * scale)));
    }

    private static FrameSize Of(Asset asset) => asset.SourcePicture is { Width: > 0, Height: > 0 } picture ? new FrameSize(picture.Width, picture.Height) : Usual;

    private FrameSize Within(int width, int height)
    {
        var scale = Math.Min(1, Math.Min((double)width / Width, (double)height / Height));
        return new FrameSize((int)(Width * scale) / 2 * 2, (int)(Height * scale) / 2 * 2);
    }
}
