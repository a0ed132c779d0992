namespace StreamPlatform.Media.Mp4;

/// <summary>Sound media header, smhd (ISO/IEC 14496-12, 12.2.2). <paramref name="Balance"/> is 8.8 fixed point, 0 is the centre.</summary>
public sealed record SoundMediaHeaderBox(short Balance) : Box("smhd")
{
    internal static Box Read(FourCc type, ref BoxReader reader)
    {
        reader.Full();
        return new SoundMediaHeaderBox(reader.I16());
    }

    public override void WriteBody(BoxWriter writer)
    {
        writer.Full(0, 0);
        writer.I16(Balance);
        writer.U16(0);
    }
}
