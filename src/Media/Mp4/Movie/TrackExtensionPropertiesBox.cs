namespace StreamPlatform.Media.Mp4;

/// <summary>Properties of a track's fragments, trep in mvex (ISO/IEC 14496-12, 8.8.15).</summary>
public sealed record TrackExtensionPropertiesBox(uint TrackId, IReadOnlyList<Box> Children) : Box("trep")
{
    internal static Box Read(FourCc type, ref BoxReader reader)
    {
        reader.Full();
        return new TrackExtensionPropertiesBox(reader.U32(), BoxParser.ReadAll(ref reader));
    }

    public override void WriteBody(BoxWriter writer)
    {
        writer.Full(0, 0);
        writer.U32(TrackId);
        writer.Boxes(Children);
    }
}
