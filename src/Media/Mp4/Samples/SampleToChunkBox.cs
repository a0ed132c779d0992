namespace StreamPlatform.Media.Mp4;

/// <summary>How samples are grouped into chunks, stsc (ISO/IEC 14496-12, 8.7.4).</summary>
public sealed record SampleToChunkBox(IReadOnlyList<SampleToChunkEntry> Entries) : Box("stsc")
{
    internal static Box Read(FourCc type, ref BoxReader reader)
    {
        reader.Full();
        var entries = new SampleToChunkEntry[reader.Count(reader.U32(), 12)];
        for (var i = 0; i < entries.Length; i++)
            entries[i] = new SampleToChunkEntry(reader.U32(), reader.U32(), reader.U32());
        return new SampleToChunkBox(entries);
    }

    public override void WriteBody(BoxWriter writer)
    {
        writer.Full(0, 0);
        writer.U32((uint)Entries.Count);
        foreach (var entry in Entries)
        {
            writer.U32(entry.FirstChunk);
            writer.U32(entry.SamplesPerChunk);
            writer.U32(entry.Description);
        }
    }
}
