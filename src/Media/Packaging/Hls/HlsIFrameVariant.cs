using System.Globalization;

namespace StreamPlatform.Media.Packaging.Hls;

/// <summary>A playlist of key frames, EXT-X-I-FRAME-STREAM-INF (RFC 8216bis, 4.4.6.3).</summary>
internal sealed record HlsIFrameVariant(string Uri, long Bandwidth, long? AverageBandwidth, string? Codecs, int? Width, int? Height)
{
    public static HlsIFrameVariant Read(string attributes)
    {
        var uri = AttributeList.Read(attributes).Need("URI");
        var variant = HlsVariant.Read(attributes, uri);
        return new HlsIFrameVariant(uri, variant.Bandwidth, variant.AverageBandwidth, variant.Codecs, variant.Width, variant.Height);
    }

    public override string ToString() => "#EXT-X-I-FRAME-STREAM-INF:" + new AttributeList()
        .Add("BANDWIDTH", HlsNumber.Write(Bandwidth))
        .Add("AVERAGE-BANDWIDTH", AverageBandwidth is { } average ? HlsNumber.Write(average) : null)
        .AddQuoted("CODECS", Codecs)
        .Add("RESOLUTION", Width is null ? null : string.Create(CultureInfo.InvariantCulture, $"{Width}x{Height}"))
        .AddQuoted("URI", Uri);
}
