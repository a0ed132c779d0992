namespace StreamPlatform.Media.Mp4;

/// <summary>MIME type of a text track's samples, mime (ISO/IEC 14496-12, 12.6.3.2); its codecs parameter completes that of stpp.</summary>
public sealed record MimeBox(string ContentType) : Box("mime")
{
    internal static Box Read(FourCc type, ref BoxReader reader)
    {
        reader.Full();
        return new MimeBox(reader.Text());
    }

    public override void WriteBody(BoxWriter writer)
    {
        writer.Full(0, 0);
        writer.Text(ContentType);
    }
}
