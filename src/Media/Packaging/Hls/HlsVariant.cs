using System.Globalization;

namespace StreamPlatform.Media.Packaging.Hls;

/// <summary>A variant stream, EXT-X-STREAM-INF and its URI (RFC 8216bis, 4.4.6.2).</summary>
/// <param name="Bandwidth">Peak segment bit rate with its audio, bits a second.</param>
/// <param name="FrameRate">Frames a second, three decimals.</param>
internal sealed record HlsVariant(
    string Uri, long Bandwidth, long? AverageBandwidth, string? Codecs, int? Width, int? Height, decimal? FrameRate, string? AudioGroup)
{
    /// <summary>GROUP-ID of its subtitles; null without any.</summary>
    public string? SubtitleGroup { get; init; }

    public static HlsVariant Read(string attributes, string uri)
    {
        var list = AttributeList.Read(attributes);
        var size = list.Find("RESOLUTION")?.Split('x');
        return new HlsVariant(
            uri,
            list.FindInteger("BANDWIDTH") ?? throw new ManifestException("BANDWIDTH is missing."),
            list.FindInteger("AVERAGE-BANDWIDTH"),
            list.Find("CODECS"),
            size is null ? null : Pixels(size, 0),
            size is null ? null : Pixels(size, 1),
            list.Find("FRAME-RATE") is { } rate ? HlsNumber.Read(rate) : null,
            list.Find("AUDIO"))
        {
            SubtitleGroup = list.Find("SUBTITLES"),
        };
    }

    public override string ToString() => "#EXT-X-STREAM-INF:" + new AttributeList()
        .Add("BANDWIDTH", HlsNumber.Write(Bandwidth))
        .Add("AVERAGE-BANDWIDTH", AverageBandwidth is { } average ? HlsNumber.Write(average) : null)
        .AddQuoted("CODECS", Codecs)
        .Add("RESOLUTION", Width is null ? null : string.Create(CultureInfo.InvariantCulture, $"{Width}x{Height}"))
        .Add("FRAME-RATE", FrameRate?.ToString("F3", CultureInfo.InvariantCulture))
        .AddQuoted("AUDIO", AudioGroup)
        .AddQuoted("SUBTITLES", SubtitleGroup)
        + "\n" + Uri;

    private static int Pixels(string[] size, int index) =>
        size.Length == 2 && int.TryParse(size[index], NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw new ManifestException("RESOLUTION is no size.");
}
