namespace StreamPlatform.Media.Mp4;

/// <summary>Duration of the movie with its fragments, mehd (ISO/IEC 14496-12, 8.8.2), in the movie's timescale.</summary>
public sealed record MovieExtendsHeaderBox(ulong FragmentDuration) : Box("mehd")
{
    internal static Box Read(FourCc type, ref BoxReader reader)
    {
        var (version, _) = reader.Full();
        return new MovieExtendsHeaderBox(reader.U32Or64(version));
    }

    public override void WriteBody(BoxWriter writer)
    {
        var version = FragmentDuration > uint.MaxValue ? 1 : 0;
        writer.Full(version, 0);
        writer.U32Or64(FragmentDuration, version);
    }
}
