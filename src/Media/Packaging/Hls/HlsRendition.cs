namespace StreamPlatform.Media.Packaging.Hls;

/// <summary>An alternative rendition, EXT-X-MEDIA (RFC 8216bis, 4.4.6.1).</summary>
/// <param name="Type">AUDIO, VIDEO, SUBTITLES or CLOSED-CAPTIONS.</param>
/// <param name="Uri">As written, not resolved; null when the media is in the variant's own playlist.</param>
/// <param name="Channels">Number of audio channels.</param>
internal sealed record HlsRendition(string Type, string GroupId, string Name, string? Language, bool Default, string? Channels, string? Uri)
{
    /// <summary>A player may choose it by the system's language without being asked.</summary>
    public bool AutoSelect { get; init; } = true;

    /// <summary>For subtitles: shown unasked.</summary>
    public bool Forced { get; init; }

    /// <summary>Uniform Type Identifiers, comma-separated; null for none.</summary>
    public string? Characteristics { get; init; }

    public static HlsRendition Read(string attributes)
    {
        var list = AttributeList.Read(attributes);
        return new HlsRendition(
            list.Need("TYPE"), list.Need("GROUP-ID"), list.Need("NAME"), list.Find("LANGUAGE"), list.Find("DEFAULT") == "YES", list.Find("CHANNELS"), list.Find("URI"))
        {
            AutoSelect = list.Find("AUTOSELECT") == "YES",
            Forced = list.Find("FORCED") == "YES",
            Characteristics = list.Find("CHARACTERISTICS"),
        };
    }

    public override string ToString() => "#EXT-X-MEDIA:" + new AttributeList()
        .Add("TYPE", Type)
        .AddQuoted("GROUP-ID", GroupId)
        .AddQuoted("NAME", Name)
        .AddQuoted("LANGUAGE", Language)
        .Add("DEFAULT", Default ? "YES" : "NO")
        .Add("AUTOSELECT", AutoSelect ? "YES" : "NO")
        .Add("FORCED", Forced ? "YES" : null)
        .AddQuoted("CHARACTERISTICS", Characteristics)
        .AddQuoted("CHANNELS", Channels)
        .AddQuoted("URI", Uri);
}
