namespace StreamPlatform.Media.Mp4;

/// <summary>How a track is encrypted, schm (ISO/IEC 14496-12, 8.12.6).</summary>
/// <param name="Scheme"><c>cenc</c> or <c>cbcs</c> (ISO/IEC 23001-7, 10).</param>
/// <param name="SchemeVersion">0x10000 for both.</param>
/// <param name="Location">Where to find out about it; mostly null.</param>
public sealed record SchemeTypeBox(FourCc Scheme, uint SchemeVersion, string? Location) : Box("schm")
{
    internal static Box Read(FourCc type, ref BoxReader reader)
    {
        var (_, flags) = reader.Full();
        return new SchemeTypeBox(reader.Code(), reader.U32(), (flags & 1) != 0 ? reader.Text() : null);
    }

    public override void WriteBody(BoxWriter writer)
    {
        writer.Full(0, Location is null ? 0 : 1u);
        writer.Code(Scheme);
        writer.U32(SchemeVersion);
        if (Location is not null) writer.Text(Location);
    }
}
