namespace StreamPlatform.Media.Mp4;

/// <summary>Defaults of a track's fragments, trex (ISO/IEC 14496-12, 8.8.3).</summary>
public sealed record TrackExtendsBox(uint TrackId, uint DescriptionIndex, uint SampleDuration, uint SampleSize, SampleFlags SampleFlags) : Box("trex")
{
    internal static Box Read(FourCc type, ref BoxReader reader)
    {
        reader.Full();
        return new TrackExtendsBox(reader.U32(), reader.U32(), reader.U32(), reader.U32(), new SampleFlags(reader.U32()));
    }

    public override void WriteBody(BoxWriter writer)
    {
        writer.Full(0, 0);
        writer.U32(TrackId);
        writer.U32(DescriptionIndex);
        writer.U32(SampleDuration);
        writer.U32(SampleSize);
        writer.U32(SampleFlags.Value);
    }
}
