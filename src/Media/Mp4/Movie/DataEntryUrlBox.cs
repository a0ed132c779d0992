namespace StreamPlatform.Media.Mp4;

/// <summary>One data reference, <c>url </c> (ISO/IEC 14496-12, 8.7.2); a null location means "in this file".</summary>
public sealed record DataEntryUrlBox(string? Location) : Box("url ")
{
    internal static Box Read(FourCc type, ref BoxReader reader)
    {
        var (_, flags) = reader.Full();
        return new DataEntryUrlBox((flags & 1) != 0 ? null : reader.Text());
    }

    public override void WriteBody(BoxWriter writer)
    {
        writer.Full(0, Location is null ? 1u : 0);
        if (Location is not null) writer.Text(Location);
    }
}
