using StreamPlatform.Domain.Processing;

namespace StreamPlatform.Media.Planning;

/// <summary>
/// Decides which pictures are taken. Everything is bounded: a storyboard has at most 400 tiles, whatever the video's length,
/// and of a source whose pictures are huge no more are read than a gigabyte holds.
/// </summary>
internal static class PicturePlans
{
    private const int PosterLongSide = 1280;
    private const int MostTiles = 400;
    private const int FewestTiles = 20;
    private const double TileSeconds = 2;
    private const int TileLongSide = 160;
    private const int TileShortSide = 90;
    private const int Columns = 10;
    private const int MostRows = 10;
    private const double MostSourceBytes = 1 << 30;

    /// <summary>A key frame takes about as many bytes as so many frames on average.</summary>
    private const double KeyFrameWeight = 4;

    private const double PreviewSeconds = 4.8;
    private const int PreviewSpans = 4;
    private const int PreviewFrameRate = 15;
    private const int PreviewImageFrameRate = 10;

    private const int WaveformPoints = 1800;

    /// <summary>Thumbnails have one size for all videos (letterboxed); everything else has the video's shape.</summary>
    public static PictureSpec Of(VideoTrack video, double seconds, long bytes)
    {
        var (posterWidth, posterHeight) = Fit(video, PosterLongSide, PosterLongSide);
        return new PictureSpec([0.10, 0.25, 0.50, 0.75, 0.90], 320, 180, 0.10, posterWidth, posterHeight)
        {
            Storyboard = Storyboard(video, seconds, bytes),
            Preview = Preview(video),
        };
    }

    public static WaveformSpec Of(AudioTrack audio) => new(audio.StreamIndex, WaveformPoints, PosterLongSide, PosterLongSide * 9 / 16);

    private static StoryboardSpec Storyboard(VideoTrack video, double seconds, long bytes)
    {
        var affordable = Math.Clamp((int)(MostSourceBytes * Math.Max(video.Frames, 1) / (KeyFrameWeight * Math.Max(bytes, 1))), FewestTiles, MostTiles);
        var wanted = Math.Max(seconds / affordable, Math.Min(TileSeconds, seconds / FewestTiles));

        // Whole milliseconds, since that is what WebVTT can say.
        var interval = Math.Max(0.1, Math.Ceiling(wanted * 1000) / 1000);
        var count = Math.Max(1, (int)Math.Ceiling((seconds - 0.001) / interval));
        var portrait = video.Height > video.Width;
        var (width, height) = Fit(video, portrait ? TileShortSide : TileLongSide, portrait ? TileLongSide : TileShortSide);
        return new StoryboardSpec(interval, count, width, height, Columns, Math.Min(MostRows, (count + Columns - 1) / Columns));
    }

    /// <summary>A video hardly longer than a preview is shown from its start; in less than a second nothing moves.</summary>
    private static PreviewSpec? Preview(VideoTrack video)
    {
        var (width, height) = Fit(video, 320, 320);
        var seconds = video.DurationSeconds;
        return seconds < 1 ? null
            : seconds < 2 * PreviewSeconds ? new PreviewSpec([0], Math.Round(Math.Min(seconds, PreviewSeconds), 3), width, height, PreviewFrameRate, PreviewImageFrameRate)
            : new PreviewSpec(
                [.. Enumerable.Range(0, PreviewSpans).Select(span => Math.Round(seconds * (0.1 + (0.75 * span / (PreviewSpans - 1))), 3))],
                PreviewSeconds / PreviewSpans, width, height, PreviewFrameRate, PreviewImageFrameRate);
    }

    /// <summary>The video's shape within a box, not enlarged, sides even.</summary>
    private static (int Width, int Height) Fit(VideoTrack video, int width, int height)
    {
        var scale = Math.Min(1, Math.Min((double)width / video.Width, (double)height / video.Height));
        return (Ladder.Even(video.Width * scale), Ladder.Even(video.Height * scale));
    }
}
