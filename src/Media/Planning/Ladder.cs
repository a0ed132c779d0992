using System.Globalization;
using StreamPlatform.Domain.Processing;
using StreamPlatform.Domain.Processing.Profiles;

namespace StreamPlatform.Media.Planning;

/// <summary>
/// The seed ladder. A rung is named by its short side, so portrait video gets the same rungs as landscape. Bitrates are
/// the averages a rung may have; peaks may reach one and a half times that, evened out over a two-second buffer (VBV
/// maxrate = 1.5 × bitrate, bufsize = 2 s × bitrate).
/// </summary>
internal static class Ladder
{
    private static readonly (int ShortSide, long Bitrate)[] Rungs =
        [(2160, 25_000_000), (1080, 8_000_000), (720, 5_000_000), (480, 2_500_000), (360, 1_000_000), (240, 500_000)];

    /// <summary>
    /// Codec by codec, largest first. Nothing is enlarged; a source smaller than the lowest rung has one rung of its own size.
    /// </summary>
    public static IReadOnlyList<VideoRendition> For(VideoTrack video, EncodingProfile profile, PlanOptions options) =>
        [.. profile.Video.SelectMany(codec => For(video.Width, video.Height, codec, profile.Hdr && codec.Codec != "h264" ? video.DynamicRange : DynamicRange.Standard, options))];

    public static IEnumerable<VideoRendition> For(int width, int height, ProfileCodec codec, DynamicRange range, PlanOptions options)
    {
        var shortSide = Math.Min(width, height);
        var fitting = Rungs.Where(rung => rung.ShortSide <= shortSide && rung.ShortSide <= options.MaxHeight).ToList();
        var rungs = fitting.Count > 0 ? fitting : [(Math.Min(shortSide, Math.Max(options.MaxHeight, 2)), Rungs[^1].Bitrate)];
        return rungs.Where(rung => rung.ShortSide >= codec.MinShortSide).Select(rung => Rendition(rung.ShortSide, rung.Bitrate, width, height, codec, range));
    }

    private static VideoRendition Rendition(int shortSide, long bitrate, int width, int height, ProfileCodec codec, DynamicRange range)
    {
        var scale = (double)shortSide / Math.Min(width, height);
        var (w, h) = (Even(width * scale), Even(height * scale));
        var size = string.Create(CultureInfo.InvariantCulture, $"{Math.Min(w, h)}p");
        var average = (long)(bitrate * codec.BitrateFactor);
        var name = (codec.Codec == "h264" ? size : $"{size}-{codec.Codec}") + (range == DynamicRange.Standard ? "" : "-hdr");
        var profile = codec.Codec == "h264" ? "high" : range == DynamicRange.Standard ? "main" : "main10";
        return new VideoRendition(name, codec.Codec, w, h, codec.Crf, average * 3 / 2, average * 2, codec.Preset, profile) { Range = range };
    }

    /// <summary>4:2:0 pictures have even sides; the nearest keeps the aspect within a pixel.</summary>
    public static int Even(double length) => Math.Max(2, (int)Math.Round(length / 2) * 2);
}
