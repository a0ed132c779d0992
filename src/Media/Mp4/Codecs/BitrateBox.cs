namespace StreamPlatform.Media.Mp4;

/// <summary>Bit rates of a track, btrt (ISO/IEC 14496-12, 8.5.2.2): bytes of the decoder's buffer, bits a second.</summary>
public sealed record BitrateBox(uint BufferBytes, uint MaxBitrate, uint AverageBitrate) : Box("btrt")
{
    internal static Box Read(FourCc type, ref BoxReader reader) => new BitrateBox(reader.U32(), reader.U32(), reader.U32());

    public override void WriteBody(BoxWriter writer)
    {
        writer.U32(BufferBytes);
        writer.U32(MaxBitrate);
        writer.U32(AverageBitrate);
    }
}
