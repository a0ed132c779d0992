namespace StreamPlatform.Media.Mp4;

/// <summary>WebVTT cues as samples, wvtt (ISO/IEC 14496-30, 7.5).</summary>
public sealed record WebVttSampleEntry(ushort DataReference, IReadOnlyList<Box> Children) : Box("wvtt")
{
    internal static Box Read(FourCc type, ref BoxReader reader)
    {
        reader.Skip(6);
        return new WebVttSampleEntry(reader.U16(), BoxParser.ReadAll(ref reader));
    }

    public override void WriteBody(BoxWriter writer)
    {
        writer.Zeros(6);
        writer.U16(DataReference);
        writer.Boxes(Children);
    }
}
