using System.Text;

namespace StreamPlatform.Media.Packaging.Hls;

/// <summary>A multivariant playlist (RFC 8216bis, 4.4.6), as far as we write and check it.</summary>
internal sealed record HlsMultivariantPlaylist(int Version, bool IndependentSegments, IReadOnlyList<HlsRendition> Renditions, IReadOnlyList<HlsVariant> Variants)
{
    /// <summary>Playlists of key frames, for trick play.</summary>
    public IReadOnlyList<HlsIFrameVariant> IFrameVariants { get; init; } = [];

    /// <exception cref="ManifestException">It is not a multivariant playlist.</exception>
    public static HlsMultivariantPlaylist Read(string text)
    {
        var (version, independent) = (1, false);
        var (renditions, variants) = (new List<HlsRendition>(), new List<HlsVariant>());
        var iFrames = new List<HlsIFrameVariant>();
        string? streamInf = null;
        foreach (var (tag, value) in HlsLines.Read(text))
        {
            switch (tag)
            {
                case "#EXT-X-VERSION":
                    version = HlsNumber.ReadWhole(value);
                    break;
                case "#EXT-X-INDEPENDENT-SEGMENTS":
                    independent = true;
                    break;
                case "#EXT-X-MEDIA":
                    renditions.Add(HlsRendition.Read(value));
                    break;
                case "#EXT-X-I-FRAME-STREAM-INF":
                    iFrames.Add(HlsIFrameVariant.Read(value));
                    break;
                case "#EXT-X-STREAM-INF":
                    streamInf = value;
                    break;
                case HlsLines.Uri when streamInf is not null:
                    variants.Add(HlsVariant.Read(streamInf, value));
                    streamInf = null;
                    break;
                case HlsLines.Uri:
                    throw new ManifestException($"{value} has no EXT-X-STREAM-INF.");
            }
        }

        return variants.Count > 0
            ? new HlsMultivariantPlaylist(version, independent, renditions, variants) { IFrameVariants = iFrames }
            : throw new ManifestException("The playlist has no variants.");
    }

    public string Write()
    {
        var text = new StringBuilder("#EXTM3U\n").Append("#EXT-X-VERSION:").Append(HlsNumber.Write(Version)).Append('\n');
        if (IndependentSegments) text.Append("#EXT-X-INDEPENDENT-SEGMENTS\n");
        foreach (var rendition in Renditions)
            text.Append(rendition).Append('\n');
        foreach (var variant in Variants)
            text.Append(variant).Append('\n');
        foreach (var variant in IFrameVariants)
            text.Append(variant).Append('\n');
        return text.ToString();
    }
}
