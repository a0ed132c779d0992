namespace StreamPlatform.Media.Mp4;

/// <summary>Language of a track as BCP 47, elng (ISO/IEC 14496-12, 8.4.6); goes before the three letters of mdhd.</summary>
public sealed record ExtendedLanguageBox(string Language) : Box("elng")
{
    internal static Box Read(FourCc type, ref BoxReader reader)
    {
        reader.Full();
        return new ExtendedLanguageBox(reader.Text());
    }

    public override void WriteBody(BoxWriter writer)
    {
        writer.Full(0, 0);
        writer.Text(Language);
    }
}
