namespace StreamPlatform.Media.Mp4;

/// <summary>Where a track can be entered, tfra in mfra (ISO/IEC 14496-12, 8.8.10); numbers are written in 32 bits each.</summary>
public sealed record TrackFragmentRandomAccessBox(uint TrackId, IReadOnlyList<RandomAccessEntry> Entries) : Box("tfra")
{
    internal static Box Read(FourCc type, ref BoxReader reader)
    {
        var (version, _) = reader.Full();
        var (id, lengths) = (reader.U32(), reader.U32());
        var (traf, trun, sample) = ((int)((lengths >> 4) & 3) + 1, (int)((lengths >> 2) & 3) + 1, (int)(lengths & 3) + 1);
        var entries = new RandomAccessEntry[reader.Count(reader.U32(), (version == 0 ? 8 : 16) + traf + trun + sample)];
        for (var i = 0; i < entries.Length; i++)
        {
            entries[i] = new RandomAccessEntry(
                reader.U32Or64(version), reader.U32Or64(version), Number(ref reader, traf), Number(ref reader, trun), Number(ref reader, sample));
        }

        return new TrackFragmentRandomAccessBox(id, entries);
    }

    public override void WriteBody(BoxWriter writer)
    {
        var version = Entries.Any(entry => entry.Time > uint.MaxValue || entry.MoofOffset > uint.MaxValue) ? 1 : 0;
        writer.Full(version, 0);
        writer.U32(TrackId);
        writer.U32(0x3F);
        writer.U32((uint)Entries.Count);
        foreach (var entry in Entries)
        {
            writer.U32Or64(entry.Time, version);
            writer.U32Or64(entry.MoofOffset, version);
            writer.U32(entry.Traf);
            writer.U32(entry.Trun);
            writer.U32(entry.Sample);
        }
    }

    private static uint Number(ref BoxReader reader, int bytes)
    {
        var value = 0u;
        while (bytes-- > 0)
            value = (value << 8) | reader.U8();
        return value;
    }
}
