namespace StreamPlatform.Media.Packaging.Hls;

/// <summary>An alternative rendition, EXT-X-MEDIA (RFC 8216bis, 4.4.6.1).</summary>
/// <param name="Type">AUDIO, VIDEO, SUBTITLES or CLOSED-CAPTIONS.</param>
/// <param name="Uri">As written, not resolved; null when the media is in the variant's own playlist.</param>
/// <param name="Channels">Number of audio channels.</param>
internal sealed record HlsRendition(string Type, string GroupId, string Name, string? Language, bool Default, string? Channels, string? Uri)
{
    public static HlsRendition Read(string attributes)
    {
        var list = AttributeList.Read(attributes);
        return new HlsRendition(
            list.Need("TYPE"), list.Need("GROUP-ID"), list.Need("NAME"), list.Find("LANGUAGE"), list.Find("DEFAULT") == "YES", list.Find("CHANNELS"), list.Find("URI"));
    }

    public override string ToString() => "#EXT-X-MEDIA:" + new AttributeList()
        .Add("TYPE", Type)
        .AddQuoted("GROUP-ID", GroupId)
        .AddQuoted("NAME", Name)
        .AddQuoted("LANGUAGE", Language)
        .Add("DEFAULT", Default ? "YES" : "NO")
        .Add("AUTOSELECT", "YES")
        .AddQuoted("CHANNELS", Channels)
        .AddQuoted("URI", Uri);
}
