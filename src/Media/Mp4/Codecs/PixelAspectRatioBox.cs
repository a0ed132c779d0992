namespace StreamPlatform.Media.Mp4;

/// <summary>Shape of a pixel, pasp (ISO/IEC 14496-12, 12.1.4): width to height, in any unit.</summary>
public sealed record PixelAspectRatioBox(uint Horizontal, uint Vertical) : Box("pasp")
{
    internal static Box Read(FourCc type, ref BoxReader reader) => new PixelAspectRatioBox(reader.U32(), reader.U32());

    public override void WriteBody(BoxWriter writer)
    {
        writer.U32(Horizontal);
        writer.U32(Vertical);
    }
}
