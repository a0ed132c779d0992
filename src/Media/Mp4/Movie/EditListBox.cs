namespace StreamPlatform.Media.Mp4;

/// <summary>Edit list, elst (ISO/IEC 14496-12, 8.6.6).</summary>
public sealed record EditListBox(IReadOnlyList<EditListEntry> Entries) : Box("elst")
{
    internal static Box Read(FourCc type, ref BoxReader reader)
    {
        var (version, _) = reader.Full();
        var entries = new EditListEntry[reader.Count(reader.U32(), version == 0 ? 12 : 20)];
        for (var i = 0; i < entries.Length; i++)
            entries[i] = new EditListEntry(reader.U32Or64(version), version == 0 ? reader.I32() : (long)reader.U64(), reader.I32());
        return new EditListBox(entries);
    }

    public override void WriteBody(BoxWriter writer)
    {
        var version = Entries.Any(e => e.Duration > uint.MaxValue || e.MediaTime is > int.MaxValue or < int.MinValue) ? 1 : 0;
        writer.Full(version, 0);
        writer.U32((uint)Entries.Count);
        foreach (var entry in Entries)
        {
            writer.U32Or64(entry.Duration, version);
            writer.U32Or64(version == 0 ? (uint)(int)entry.MediaTime : (ulong)entry.MediaTime, version);
            writer.I32(entry.Rate);
        }
    }
}
