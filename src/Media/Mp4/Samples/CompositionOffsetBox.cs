namespace StreamPlatform.Media.Mp4;

/// <summary>
/// What to add to decoding times to get the times of showing, ctts (ISO/IEC 14496-12, 8.6.1.3); written as version 1 when
/// one of the offsets is negative.
/// </summary>
public sealed record CompositionOffsetBox(IReadOnlyList<CompositionOffsetEntry> Entries) : Box("ctts")
{
    internal static Box Read(FourCc type, ref BoxReader reader)
    {
        // Writers put negative offsets into version 0 too; nobody means two billion ticks.
        reader.Full();
        var entries = new CompositionOffsetEntry[reader.Count(reader.U32(), 8)];
        for (var i = 0; i < entries.Length; i++)
            entries[i] = new CompositionOffsetEntry(reader.U32(), reader.I32());
        return new CompositionOffsetBox(entries);
    }

    public override void WriteBody(BoxWriter writer)
    {
        writer.Full(Entries.Any(entry => entry.Offset < 0) ? 1 : 0, 0);
        writer.U32((uint)Entries.Count);
        foreach (var entry in Entries)
        {
            writer.U32(entry.Count);
            writer.I32(entry.Offset);
        }
    }
}
