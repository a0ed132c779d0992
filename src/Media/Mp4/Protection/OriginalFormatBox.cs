namespace StreamPlatform.Media.Mp4;

/// <summary>What an encrypted sample entry is of, frma (ISO/IEC 14496-12, 8.12.3).</summary>
public sealed record OriginalFormatBox(FourCc Format) : Box("frma")
{
    internal static Box Read(FourCc type, ref BoxReader reader) => new OriginalFormatBox(reader.Code());

    public override void WriteBody(BoxWriter writer) => writer.Code(Format);
}
