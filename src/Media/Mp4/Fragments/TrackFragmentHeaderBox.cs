namespace StreamPlatform.Media.Mp4;

/// <summary>Track fragment header, tfhd: which track, and what differs from its trex (ISO/IEC 14496-12, 8.8.7).</summary>
/// <param name="BaseDataOffset">Position in the file that data offsets count from.</param>
/// <param name="BaseIsMoof">Data offsets count from the moof (default-base-is-moof).</param>
public sealed record TrackFragmentHeaderBox(
    uint TrackId,
    ulong? BaseDataOffset = null,
    uint? DescriptionIndex = null,
    uint? SampleDuration = null,
    uint? SampleSize = null,
    SampleFlags? SampleFlags = null,
    bool DurationIsEmpty = false,
    bool BaseIsMoof = false) : Box("tfhd")
{
    internal static Box Read(FourCc type, ref BoxReader reader)
    {
        var (_, flags) = reader.Full();
        return new TrackFragmentHeaderBox(
            reader.U32(),
            (flags & 0x1) != 0 ? reader.U64() : null,
            (flags & 0x2) != 0 ? reader.U32() : null,
            (flags & 0x8) != 0 ? reader.U32() : null,
            (flags & 0x10) != 0 ? reader.U32() : null,
            (flags & 0x20) != 0 ? new SampleFlags(reader.U32()) : null,
            (flags & 0x10000) != 0,
            (flags & 0x20000) != 0);
    }

    public override void WriteBody(BoxWriter writer)
    {
        writer.Full(0, Bit(BaseDataOffset, 0x1) | Bit(DescriptionIndex, 0x2) | Bit(SampleDuration, 0x8) | Bit(SampleSize, 0x10)
            | Bit(SampleFlags, 0x20) | (DurationIsEmpty ? 0x10000u : 0) | (BaseIsMoof ? 0x20000u : 0));
        writer.U32(TrackId);
        if (BaseDataOffset is { } offset) writer.U64(offset);
        if (DescriptionIndex is { } index) writer.U32(index);
        if (SampleDuration is { } duration) writer.U32(duration);
        if (SampleSize is { } size) writer.U32(size);
        if (SampleFlags is { } sampleFlags) writer.U32(sampleFlags.Value);
    }

    private static uint Bit<T>(T? value, uint bit)
        where T : struct => value is null ? 0 : bit;
}
