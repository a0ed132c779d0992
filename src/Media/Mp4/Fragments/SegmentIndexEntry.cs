namespace StreamPlatform.Media.Mp4;

/// <summary>One reference of a sidx (ISO/IEC 14496-12, 8.16.3).</summary>
/// <param name="IsIndex">Refers to another sidx instead of media.</param>
/// <param name="Bytes">Length of what is referred to, 31 bits.</param>
/// <param name="Duration">Ticks.</param>
/// <param name="StartsWithSap">The media begins with a place to start decoding at.</param>
/// <param name="SapType">1 and 2 are closed groups of pictures (annex I); 3 bits.</param>
/// <param name="SapDelta">Ticks from the start to the first such place; 28 bits.</param>
public readonly record struct SegmentIndexEntry(bool IsIndex, uint Bytes, uint Duration, bool StartsWithSap = true, byte SapType = 1, uint SapDelta = 0)
{
    internal static SegmentIndexEntry Read(ref BoxReader reader)
    {
        var (size, duration, sap) = (reader.U32(), reader.U32(), reader.U32());
        return new SegmentIndexEntry(size >> 31 != 0, size & 0x7FFF_FFFF, duration, sap >> 31 != 0, (byte)((sap >> 28) & 7), sap & 0x0FFF_FFFF);
    }

    internal void Write(BoxWriter writer)
    {
        writer.U32((IsIndex ? 0x8000_0000 : 0) | Bytes);
        writer.U32(Duration);
        writer.U32((StartsWithSap ? 0x8000_0000 : 0) | ((uint)SapType << 28) | SapDelta);
    }
}
