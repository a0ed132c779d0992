namespace StreamPlatform.Media.Mp4;

/// <summary>Which group each sample belongs to, sbgp (ISO/IEC 14496-12, 8.9.2).</summary>
/// <param name="Grouping">What the groups are about: <c>roll</c>, <c>prol</c>, <c>seig</c>, <c>rap </c>, …</param>
/// <param name="Parameter">Written as version 1 when there is one.</param>
public sealed record SampleToGroupBox(FourCc Grouping, uint? Parameter, IReadOnlyList<SampleToGroupEntry> Entries) : Box("sbgp")
{
    internal static Box Read(FourCc type, ref BoxReader reader)
    {
        var (version, _) = reader.Full();
        var grouping = reader.Code();
        uint? parameter = version == 1 ? reader.U32() : null;
        var entries = new SampleToGroupEntry[reader.Count(reader.U32(), 8)];
        for (var i = 0; i < entries.Length; i++)
            entries[i] = new SampleToGroupEntry(reader.U32(), reader.U32());
        return new SampleToGroupBox(grouping, parameter, entries);
    }

    public override void WriteBody(BoxWriter writer)
    {
        writer.Full(Parameter is null ? 0 : 1, 0);
        writer.Code(Grouping);
        if (Parameter is { } parameter) writer.U32(parameter);
        writer.U32((uint)Entries.Count);
        foreach (var entry in Entries)
        {
            writer.U32(entry.Count);
            writer.U32(entry.Description);
        }
    }
}
