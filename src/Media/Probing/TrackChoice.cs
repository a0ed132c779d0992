using StreamPlatform.Domain.Processing;

namespace StreamPlatform.Media.Probing;

/// <summary>Chooses among tracks and reads their facts as they are shown: rotated, reflected, in square pixels.</summary>
internal static class TrackChoice
{
    /// <summary>What is left of 29.97 when film is taken out of its fields.</summary>
    private static readonly Rational Film = new(24000, 1001);

    private static readonly string[] FieldCodecs = ["dvvideo", "prores", "dnxhd", "mpeg2video", "mpeg4", "vc1"];

    /// <summary>
    /// Moving pictures, best first: the ones the container marks as default, of these the most pixels times frames. Cover
    /// art doesn't count, and a track without packets comes last.
    /// </summary>
    public static IReadOnlyList<StreamScan> Videos(Scan scan) =>
    [
        .. scan.Streams.Where(stream => stream is { Type: "video", IsPicture: false })
            .OrderByDescending(stream => stream.Packets > 0)
            .ThenByDescending(stream => stream.IsDefault)
            .ThenByDescending(stream => (double)stream.Number("width") * stream.Number("height") * scan.FramesOf(stream))
            .ThenBy(stream => stream.Index),
    ];

    public static IReadOnlyList<StreamScan> Audios(Scan scan) => [.. scan.Streams.Where(stream => stream.Type == "audio")];

    public static VideoTrack Video(Scan scan, StreamScan stream, FieldVerdict? fields)
    {
        int coded = stream.Number("width"), codedHeight = stream.Number("height");
        var rotation = Rotation(stream);
        var width = Math.Max(1, (int)Math.Round(coded * PixelAspect(stream)));
        var (shownWidth, shownHeight) = rotation % 180 == 0 ? (width, codedHeight) : (codedHeight, width);
        var format = stream["pix_fmt"];
        return new VideoTrack(
            stream.Index, stream.Codec, coded, codedHeight, shownWidth, shownHeight, Rate(scan, stream, fields), format, rotation,
            fields == FieldVerdict.Interlaced, stream.Known("color_transfer"))
        {
            Frames = scan.FramesOf(stream),
            DurationSeconds = scan.EndOf(stream),
            StartSeconds = scan.StartOf(stream),
            Primaries = stream.Known("color_primaries"),
            Matrix = stream.Known("color_space"),
            FullRange = stream["color_range"] == "pc" || PixelFormats.IsFullRange(format),
            BitDepth = PixelFormats.BitDepth(format),
            Chroma = PixelFormats.Chroma(format),
            Reflected = DisplayMatrix.IsReflection(stream["displaymatrix"]),
            Telecined = fields == FieldVerdict.Telecined,
            DolbyVisionProfile = stream["dv_profile"].Length > 0 ? stream.Number("dv_profile") : null,
        };
    }

    public static AudioTrack Audio(Scan scan, StreamScan stream) =>
        new(stream.Index, stream.Codec, stream.Number("channels"), stream.Number("sample_rate"), Languages.ToBcp47(stream["tag:language"]))
        {
            Layout = stream.Known("channel_layout"),
            StartSeconds = scan.StartOf(stream),
            Title = Title(stream),
            Role = stream["disposition:comment"] == "1" ? AudioRole.Commentary
                : stream["disposition:visual_impaired"] == "1" || stream["disposition:descriptions"] == "1" ? AudioRole.Description
                : AudioRole.Main,
            IsDefault = stream["disposition:default"] == "1",
        };

    /// <summary>It says so, or doesn't tell and its codec is one that is used for interlaced pictures.</summary>
    public static bool MayBeInterlaced(StreamScan stream) =>
        SaysInterlaced(stream) || (stream.Known("field_order") is null && FieldCodecs.Contains(stream.Codec));

    private static bool SaysInterlaced(StreamScan stream) => stream["field_order"] is "tt" or "bb" or "tb" or "bt";

    /// <summary>ffprobe escapes what would look like its own punctuation.</summary>
    public static string? Title(StreamScan stream) =>
        stream["tag:title"].Replace("\\", "", StringComparison.Ordinal).Trim() is { Length: > 0 and <= 200 } title ? title : null;

    private static Rational Rate(Scan scan, StreamScan stream, FieldVerdict? fields) => fields switch
    {
        FieldVerdict.Telecined => Film,
        // What is stated is the rate of the fields, or of the rhythm film was spread over.
        FieldVerdict.Progressive when SaysInterlaced(stream) && Math.Abs(scan.RateOf(stream) - Film.Value) < 0.3 => Film,
        FieldVerdict.Progressive when SaysInterlaced(stream) => FrameRates.Choose(default, FrameRates.Parse(stream["avg_frame_rate"]), scan.RateOf(stream), interlaced: true),
        _ => FrameRates.Choose(
            FrameRates.Parse(stream["r_frame_rate"]), FrameRates.Parse(stream["avg_frame_rate"]), scan.RateOf(stream), fields == FieldVerdict.Interlaced),
    };

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
