using StreamPlatform.Domain.Processing;

namespace StreamPlatform.Media.Probing;

/// <summary>Reads the facts of tracks as they are shown: rotated, reflected, in square pixels.</summary>
internal static class TrackChoice
{
    /// <summary>The first moving picture; cover art doesn't count.</summary>
    public static StreamScan? MainVideo(Scan scan) =>
        scan.Streams.FirstOrDefault(stream => stream is { Type: "video", IsPicture: false });

    public static IEnumerable<StreamScan> Audio(Scan scan) => scan.Streams.Where(stream => stream.Type == "audio");

    public static VideoTrack Video(StreamScan stream, long frames, double counted, double durationSeconds)
    {
        int coded = stream.Number("width"), codedHeight = stream.Number("height");
        var rotation = Rotation(stream);
        var interlaced = stream["field_order"] is "tt" or "bb" or "tb" or "bt";
        var width = Math.Max(1, (int)Math.Round(coded * PixelAspect(stream)));
        var (shownWidth, shownHeight) = rotation % 180 == 0 ? (width, codedHeight) : (codedHeight, width);
        var rate = FrameRates.Choose(FrameRates.Parse(stream["r_frame_rate"]), FrameRates.Parse(stream["avg_frame_rate"]), counted, interlaced);
        return new VideoTrack(
            stream.Index, stream.Codec, coded, codedHeight, shownWidth, shownHeight, rate, stream["pix_fmt"], rotation, interlaced,
            stream["color_transfer"] is { Length: > 0 } transfer and not "unknown" ? transfer : null)
        {
            Frames = frames,
            DurationSeconds = durationSeconds,
        };
    }

    public static AudioTrack Audio(StreamScan stream) => new(
        stream.Index, stream.Codec, stream.Number("channels"), stream.Number("sample_rate"), Languages.ToBcp47(stream["tag:language"]))
    {
        Title = Title(stream),
        Role = stream["disposition:comment"] == "1" ? AudioRole.Commentary
            : stream["disposition:visual_impaired"] == "1" || stream["disposition:descriptions"] == "1" ? AudioRole.Description
            : AudioRole.Main,
        IsDefault = stream["disposition:default"] == "1",
    };

    /// <summary>ffprobe escapes what would look like its own punctuation.</summary>
    public static string? Title(StreamScan stream) =>
        stream["tag:title"].Replace("\\", "", StringComparison.Ordinal).Trim() is { Length: > 0 and <= 200 } title ? title : null;

    /// <summary>0, 90, 180 or 270. Containers may say any angle; players turn by quarters.</summary>
    private static int Rotation(StreamScan stream)
    {
        var degrees = stream.Number(stream["rotation"].Length > 0 ? "rotation" : "tag:rotate");
        return ((int)Math.Round(degrees / 90.0) * 90 % 360 + 360) % 360;
    }

    /// <summary>Pixel width by height; extremes are typing errors of an encoder, not pictures.</summary>
    private static double PixelAspect(StreamScan stream)
    {
        var parts = stream["sample_aspect_ratio"].Split(':');
        return parts.Length == 2 && double.TryParse(parts[0], out var x) && double.TryParse(parts[1], out var y) && x > 0 && y > 0 && x / y is > 0.2 and < 5
            ? x / y
            : 1;
    }
}
