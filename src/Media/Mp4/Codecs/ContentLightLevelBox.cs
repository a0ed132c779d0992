namespace StreamPlatform.Media.Mp4;

/// <summary>Brightness of HDR, clli (ISO/IEC 14496-12, 12.1.6): brightest pixel and brightest frame on average, cd/m².</summary>
public sealed record ContentLightLevelBox(ushort MaxContent, ushort MaxFrameAverage) : Box("clli")
{
    internal static Box Read(FourCc type, ref BoxReader reader) => new ContentLightLevelBox(reader.U16(), reader.U16());

    public override void WriteBody(BoxWriter writer)
    {
        writer.U16(MaxContent);
        writer.U16(MaxFrameAverage);
    }
}
