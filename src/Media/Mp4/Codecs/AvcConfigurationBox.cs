namespace StreamPlatform.Media.Mp4;

/// <summary>AVC decoder configuration, avcC (ISO/IEC 14496-15, 5.3.3).</summary>
/// <param name="LengthSize">Bytes of the length before each NAL unit: 1, 2 or 4.</param>
/// <param name="Extension">What high profiles add after the parameter sets (chroma format, bit depths).</param>
public sealed record AvcConfigurationBox(
    byte Profile,
    byte Compatibility,
    byte Level,
    byte LengthSize,
    IReadOnlyList<ReadOnlyMemory<byte>> SequenceParameterSets,
    IReadOnlyList<ReadOnlyMemory<byte>> PictureParameterSets,
    ReadOnlyMemory<byte> Extension) : Box("avcC")
{
    internal static Box Read(FourCc type, ref BoxReader reader)
    {
        reader.Skip(1);
        var (profile, compatibility, level) = (reader.U8(), reader.U8(), reader.U8());
        var lengthSize = (byte)((reader.U8() & 3) + 1);
        var sps = Sets(ref reader, reader.U8() & 31);
        var pps = Sets(ref reader, reader.U8());
        return new AvcConfigurationBox(profile, compatibility, level, lengthSize, sps, pps, reader.Rest());
    }

    public override void WriteBody(BoxWriter writer)
    {
        writer.U8(1);
        writer.U8(Profile);
        writer.U8(Compatibility);
        writer.U8(Level);
        writer.U8(0xFC | (LengthSize - 1));
        writer.U8(0xE0 | SequenceParameterSets.Count);
        Sets(writer, SequenceParameterSets);
        writer.U8(PictureParameterSets.Count);
        Sets(writer, PictureParameterSets);
        writer.Bytes(Extension.Span);
    }

    private static ReadOnlyMemory<byte>[] Sets(ref BoxReader reader, int count)
    {
        var sets = new ReadOnlyMemory<byte>[count];
        for (var i = 0; i < count; i++)
            sets[i] = reader.Bytes(reader.U16());
        return sets;
    }

    private static void Sets(BoxWriter writer, IReadOnlyList<ReadOnlyMemory<byte>> sets)
    {
        foreach (var set in sets)
        {
            writer.U16(set.Length);
            writer.Bytes(set.Span);
        }
    }
}
