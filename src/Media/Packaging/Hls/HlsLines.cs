namespace StreamPlatform.Media.Packaging.Hls;

/// <summary>The lines of a playlist: tags with their value, and URIs (RFC 8216bis, 4.1). Comments and unknown lines pass through as tags nobody asks for.</summary>
internal static class HlsLines
{
    /// <summary>Stands for the tag of a URI line.</summary>
    public const string Uri = "";

    /// <exception cref="ManifestException">It is not a playlist at all.</exception>
    public static IEnumerable<(string Tag, string Value)> Read(string text)
    {
        if (!text.StartsWith("#EXTM3U", StringComparison.Ordinal)) throw new ManifestException("It does not start with #EXTM3U.");
        foreach (var raw in text.Split('\n'))
        {
            var line = raw.TrimEnd('\r', ' ');
            if (line.Length == 0) continue;
            if (line[0] != '#')
            {
                yield return (Uri, line);
                continue;
            }

            var colon = line.IndexOf(':', StringComparison.Ordinal);
            yield return colon < 0 ? (line, "") : (line[..colon], line[(colon + 1)..]);
        }
    }
}
