namespace StreamPlatform.Media.Mp4;

/// <summary>Movie fragment header, mfhd (ISO/IEC 14496-12, 8.8.5). <paramref name="Sequence"/> rises from fragment to fragment.</summary>
public sealed record MovieFragmentHeaderBox(uint Sequence) : Box("mfhd")
{
    internal static Box Read(FourCc type, ref BoxReader reader)
    {
        reader.Full();
        return new MovieFragmentHeaderBox(reader.U32());
    }

    public override void WriteBody(BoxWriter writer)
    {
        writer.Full(0, 0);
        writer.U32(Sequence);
    }
}
