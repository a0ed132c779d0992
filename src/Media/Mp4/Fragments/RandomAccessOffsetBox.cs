namespace StreamPlatform.Media.Mp4;

/// <summary>Last box of mfra and of the file, mfro: bytes of mfra, so that it is found from the end (ISO/IEC 14496-12, 8.8.11).</summary>
public sealed record RandomAccessOffsetBox(uint Bytes) : Box("mfro")
{
    internal static Box Read(FourCc type, ref BoxReader reader)
    {
        reader.Full();
        return new RandomAccessOffsetBox(reader.U32());
    }

    public override void WriteBody(BoxWriter writer)
    {
        writer.Full(0, 0);
        writer.U32(Bytes);
    }
}
