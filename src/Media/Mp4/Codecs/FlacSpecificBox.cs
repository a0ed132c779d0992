namespace StreamPlatform.Media.Mp4;

/// <summary>FLAC configuration, dfLa (Encapsulation of FLAC in ISO Base Media File Format, 3.3.2): metadata blocks, STREAMINFO first, as stored.</summary>
public sealed record FlacSpecificBox(ReadOnlyMemory<byte> MetadataBlocks) : Box("dfLa")
{
    internal static Box Read(FourCc type, ref BoxReader reader)
    {
        reader.Full();
        return new FlacSpecificBox(reader.Rest());
    }

    public override void WriteBody(BoxWriter writer)
    {
        writer.Full(0, 0);
        writer.Bytes(MetadataBlocks.Span);
    }
}
