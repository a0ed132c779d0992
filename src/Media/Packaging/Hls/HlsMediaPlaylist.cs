using System.Text;

namespace StreamPlatform.Media.Packaging.Hls;

/// <summary>A media playlist (RFC 8216bis, 4.4.3), as far as we write and check it.</summary>
/// <param name="TargetDuration">Seconds; no EXTINF, rounded, is larger.</param>
/// <param name="Type">EVENT or VOD; null for neither.</param>
/// <param name="StartOffset">EXT-X-START: where to start playing, seconds.</param>
/// <param name="Ended">EXT-X-ENDLIST is there.</param>
internal sealed record HlsMediaPlaylist(
    int Version, int TargetDuration, string? Type, bool IndependentSegments, decimal? StartOffset, IReadOnlyList<HlsSegment> Segments, bool Ended)
{
    /// <summary>EXT-X-I-FRAMES-ONLY: each segment is one key frame.</summary>
    public bool IFramesOnly { get; init; }

    /// <exception cref="ManifestException">It is not a media playlist.</exception>
    public static HlsMediaPlaylist Read(string text)
    {
        var (version, independent, ended, iFramesOnly) = (1, false, false, false);
        HlsByteRange? range = null;
        (int? target, string? type, decimal? start, decimal? seconds, string? map) = (null, null, null, null, null);
        var segments = new List<HlsSegment>();
        foreach (var (tag, value) in HlsLines.Read(text))
        {
            switch (tag)
            {
                case "#EXT-X-VERSION":
                    version = HlsNumber.ReadWhole(value);
                    break;
                case "#EXT-X-TARGETDURATION":
                    target = HlsNumber.ReadWhole(value);
                    break;
                case "#EXT-X-PLAYLIST-TYPE":
                    type = value;
                    break;
                case "#EXT-X-INDEPENDENT-SEGMENTS":
                    independent = true;
                    break;
                case "#EXT-X-START":
                    start = HlsNumber.Read(AttributeList.Read(value).Need("TIME-OFFSET"));
                    break;
                case "#EXT-X-MAP":
                    map = AttributeList.Read(value).Need("URI");
                    break;
                case "#EXT-X-I-FRAMES-ONLY":
                    iFramesOnly = true;
                    break;
                case "#EXT-X-BYTERANGE":
                    range = HlsByteRange.Read(value);
                    break;
                case "#EXTINF":
                    seconds = HlsNumber.Read(value.Split(',')[0]);
                    break;
                case "#EXT-X-ENDLIST":
                    ended = true;
                    break;
                case HlsLines.Uri:
                    segments.Add(new HlsSegment(seconds ?? throw new ManifestException($"{value} has no EXTINF."), value, map, range));
                    (seconds, range) = (null, null);
                    break;
            }
        }

        return new HlsMediaPlaylist(
            version, target ?? throw new ManifestException("EXT-X-TARGETDURATION is missing."), type, independent, start, segments, ended)
        {
            IFramesOnly = iFramesOnly,
        };
    }

    public string Write()
    {
        var text = new StringBuilder("#EXTM3U\n")
            .Append("#EXT-X-VERSION:").Append(HlsNumber.Write(Version)).Append('\n')
            .Append("#EXT-X-TARGETDURATION:").Append(HlsNumber.Write(TargetDuration)).Append('\n')
            .Append("#EXT-X-MEDIA-SEQUENCE:0\n");
        if (Type is not null) text.Append("#EXT-X-PLAYLIST-TYPE:").Append(Type).Append('\n');
        if (IndependentSegments) text.Append("#EXT-X-INDEPENDENT-SEGMENTS\n");
        if (IFramesOnly) text.Append("#EXT-X-I-FRAMES-ONLY\n");
        if (StartOffset is { } start) text.Append("#EXT-X-START:TIME-OFFSET=").Append(HlsNumber.WriteSeconds(start)).Append(",PRECISE=YES\n");
        string? map = null;
        foreach (var segment in Segments)
        {
            if (segment.MapUri is not null && segment.MapUri != map)
                text.Append("#EXT-X-MAP:").Append(new AttributeList().AddQuoted("URI", segment.MapUri)).Append('\n');
            map = segment.MapUri;
            text.Append("#EXTINF:").Append(HlsNumber.WriteSeconds(segment.Seconds)).Append(",\n");
            if (segment.Range is { } range) text.Append("#EXT-X-BYTERANGE:").Append(range).Append('\n');
            text.Append(segment.Uri).Append('\n');
        }

        if (Ended) text.Append("#EXT-X-ENDLIST\n");
        return text.ToString();
    }
}
