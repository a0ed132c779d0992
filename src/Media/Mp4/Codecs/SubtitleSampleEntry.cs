namespace StreamPlatform.Media.Mp4;

/// <summary>TTML in XML documents, stpp (ISO/IEC 14496-12, 12.6.3; ISO/IEC 14496-30, 6).</summary>
/// <param name="Namespace">XML namespaces, divided by spaces.</param>
/// <param name="AuxiliaryTypes">MIME types of images and fonts, divided by spaces.</param>
public sealed record SubtitleSampleEntry(ushort DataReference, string Namespace, string SchemaLocation, string AuxiliaryTypes, IReadOnlyList<Box> Children)
    : Box("stpp")
{
    internal static Box Read(FourCc type, ref BoxReader reader)
    {
        reader.Skip(6);
        return new SubtitleSampleEntry(reader.U16(), reader.Text(), reader.Text(), reader.Text(), BoxParser.ReadAll(ref reader));
    }

    public override void WriteBody(BoxWriter writer)
    {
        writer.Zeros(6);
        writer.U16(DataReference);
        writer.Text(Namespace);
        writer.Text(SchemaLocation);
        writer.Text(AuxiliaryTypes);
        writer.Boxes(Children);
    }
}
