namespace StreamPlatform.Media.Mp4;

/// <summary>Decode time of a fragment's first sample, tfdt, in the track's timescale (ISO/IEC 14496-12, 8.8.12); always written in 64 bits.</summary>
public sealed record TrackFragmentDecodeTimeBox(ulong DecodeTime) : Box("tfdt")
{
    internal static Box Read(FourCc type, ref BoxReader reader)
    {
        var (version, _) = reader.Full();
        return new TrackFragmentDecodeTimeBox(reader.U32Or64(version));
    }

    public override void WriteBody(BoxWriter writer)
    {
        writer.Full(1, 0);
        writer.U64(DecodeTime);
    }
}
