namespace StreamPlatform.Media.Mp4;

/// <summary>Sample descriptions, stsd: one entry a codec configuration (ISO/IEC 14496-12, 8.5.2).</summary>
public sealed record SampleDescriptionBox(IReadOnlyList<Box> Entries) : Box("stsd")
{
    internal static Box Read(FourCc type, ref BoxReader reader)
    {
        reader.Full();
        reader.Skip(4);
        return new SampleDescriptionBox(BoxParser.ReadAll(ref reader));
    }

    public override void WriteBody(BoxWriter writer)
    {
        writer.Full(0, 0);
        writer.U32((uint)Entries.Count);
        writer.Boxes(Entries);
    }
}
