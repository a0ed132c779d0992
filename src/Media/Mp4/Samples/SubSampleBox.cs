namespace StreamPlatform.Media.Mp4;

/// <summary>Where the parts of samples begin, subs (ISO/IEC 14496-12, 8.7.7).</summary>
/// <param name="BoxFlags">Their meaning is the codec's.</param>
public sealed record SubSampleBox(uint BoxFlags, IReadOnlyList<SubSampleEntry> Entries) : Box("subs")
{
    internal static Box Read(FourCc type, ref BoxReader reader)
    {
        var (version, flags) = reader.Full();
        var entries = new SubSampleEntry[reader.Count(reader.U32(), 6)];
        for (var i = 0; i < entries.Length; i++)
        {
            var delta = reader.U32();
            var parts = new SubSample[reader.Count(reader.U16(), version == 0 ? 8 : 10)];
            for (var part = 0; part < parts.Length; part++)
                parts[part] = new SubSample(version == 0 ? reader.U16() : reader.U32(), reader.U8(), reader.U8() != 0, reader.U32());
            entries[i] = new SubSampleEntry(delta, parts);
        }

        return new SubSampleBox(flags, entries);
    }

    public override void WriteBody(BoxWriter writer)
    {
        var version = Entries.Any(entry => entry.Parts.Any(part => part.Size > ushort.MaxValue)) ? 1 : 0;
        writer.Full(version, BoxFlags);
        writer.U32((uint)Entries.Count);
        foreach (var entry in Entries)
        {
            writer.U32(entry.SampleDelta);
            writer.U16(entry.Parts.Count);
            foreach (var part in entry.Parts)
            {
                if (version == 0) writer.U16((int)part.Size);
                else writer.U32(part.Size);
                writer.U8(part.Priority);
                writer.U8(part.Discardable ? 1 : 0);
                writer.U32(part.Parameters);
            }
        }
    }
}
