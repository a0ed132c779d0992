namespace StreamPlatform.Media.Mp4;

/// <summary>Decoding times as runs of samples of equal duration, stts (ISO/IEC 14496-12, 8.6.1.2).</summary>
public sealed record TimeToSampleBox(IReadOnlyList<TimeToSampleEntry> Entries) : Box("stts")
{
    internal static Box Read(FourCc type, ref BoxReader reader)
    {
        reader.Full();
        var entries = new TimeToSampleEntry[reader.Count(reader.U32(), 8)];
        for (var i = 0; i < entries.Length; i++)
            entries[i] = new TimeToSampleEntry(reader.U32(), reader.U32());
        return new TimeToSampleBox(entries);
    }

    public override void WriteBody(BoxWriter writer)
    {
        writer.Full(0, 0);
        writer.U32((uint)Entries.Count);
        foreach (var entry in Entries)
        {
            writer.U32(entry.Count);
            writer.U32(entry.Duration);
        }
    }
}
