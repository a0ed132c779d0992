namespace StreamPlatform.Media.Mp4;

/// <summary>Segment index, sidx (ISO/IEC 14496-12, 8.16.3).</summary>
public sealed record SegmentIndexBox(uint ReferenceId, uint Timescale, ulong EarliestTime, ulong FirstOffset, IReadOnlyList<SegmentIndexEntry> Entries)
    : Box("sidx")
{
    internal static Box Read(FourCc type, ref BoxReader reader)
    {
        var (version, _) = reader.Full();
        var (id, timescale) = (reader.U32(), reader.U32());
        var (earliest, first) = (reader.U32Or64(version), reader.U32Or64(version));
        reader.Skip(2);
        var entries = new SegmentIndexEntry[reader.Count(reader.U16(), 12)];
        for (var i = 0; i < entries.Length; i++)
            entries[i] = SegmentIndexEntry.Read(ref reader);
        return new SegmentIndexBox(id, timescale, earliest, first, entries);
    }

    public override void WriteBody(BoxWriter writer)
    {
        var version = EarliestTime > uint.MaxValue || FirstOffset > uint.MaxValue ? 1 : 0;
        writer.Full(version, 0);
        writer.U32(ReferenceId);
        writer.U32(Timescale);
        writer.U32Or64(EarliestTime, version);
        writer.U32Or64(FirstOffset, version);
        writer.U16(0);
        writer.U16(Entries.Count);
        foreach (var entry in Entries)
            entry.Write(writer);
    }
}
