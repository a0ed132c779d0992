namespace StreamPlatform.Media.Mp4;

/// <summary>How times of showing relate to times of decoding, cslg (ISO/IEC 14496-12, 8.6.1.4). Ticks of the track.</summary>
public sealed record CompositionToDecodeBox(long Shift, long LeastOffset, long GreatestOffset, long Start, long End) : Box("cslg")
{
    internal static Box Read(FourCc type, ref BoxReader reader)
    {
        var (version, _) = reader.Full();
        return version == 0
            ? new CompositionToDecodeBox(reader.I32(), reader.I32(), reader.I32(), reader.I32(), reader.I32())
            : new CompositionToDecodeBox((long)reader.U64(), (long)reader.U64(), (long)reader.U64(), (long)reader.U64(), (long)reader.U64());
    }

    public override void WriteBody(BoxWriter writer)
    {
        ReadOnlySpan<long> values = [Shift, LeastOffset, GreatestOffset, Start, End];
        var version = 0;
        foreach (var value in values)
        {
            if (value is > int.MaxValue or < int.MinValue) version = 1;
        }

        writer.Full(version, 0);
        foreach (var value in values)
            writer.U32Or64(version == 0 ? (uint)(int)value : (ulong)value, version);
    }
}
