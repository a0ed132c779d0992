namespace StreamPlatform.Media.Mp4;

/// <summary>Data references, dref: where the media is (ISO/IEC 14496-12, 8.7.2).</summary>
public sealed record DataReferenceBox(IReadOnlyList<Box> Entries) : Box("dref")
{
    internal static Box Read(FourCc type, ref BoxReader reader)
    {
        reader.Full();
        reader.Skip(4);
        return new DataReferenceBox(BoxParser.ReadAll(ref reader));
    }

    public override void WriteBody(BoxWriter writer)
    {
        writer.Full(0, 0);
        writer.U32((uint)Entries.Count);
        writer.Boxes(Entries);
    }
}
