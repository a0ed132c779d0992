namespace StreamPlatform.Media.Mp4;

/// <summary>
/// What the samples of a group have in common, sgpd (ISO/IEC 14496-12, 8.9.3). Version 0, whose entries don't tell their
/// lengths, is deprecated for that and kept as an <see cref="UnknownBox"/>.
/// </summary>
/// <param name="Grouping">As in <see cref="SampleToGroupBox"/>.</param>
/// <param name="DefaultDescription">Entry, from 1, of samples that no sbgp mentions; needs version 2.</param>
/// <param name="Entries">As stored; see <see cref="RollDistance"/>.</param>
public sealed record SampleGroupDescriptionBox(FourCc Grouping, uint? DefaultDescription, IReadOnlyList<ReadOnlyMemory<byte>> Entries) : Box("sgpd")
{
    /// <summary>
    /// Samples to decode before (negative) or after one until its output is right (10.1); null when the entry, counted
    /// from 0, is not about that.
    /// </summary>
    public short? RollDistance(int entry) =>
        (Grouping == "roll" || Grouping == "prol") && entry < Entries.Count && Entries[entry].Length >= 2
            ? (short)((Entries[entry].Span[0] << 8) | Entries[entry].Span[1])
            : null;

    internal static Box Read(FourCc type, ref BoxReader reader)
    {
        var whole = reader;
        var (version, _) = reader.Full();
        if (version is 0 or > 2) return new UnknownBox(type, whole.Rest());
        var (grouping, length) = (reader.Code(), reader.U32());
        uint? standard = version == 2 ? reader.U32() : null;
        // Without a common length each entry tells its own, in four bytes.
        var entries = new ReadOnlyMemory<byte>[reader.Count(reader.U32(), length == 0 ? 4 : (int)Math.Min(length, int.MaxValue))];
        for (var i = 0; i < entries.Length; i++)
            entries[i] = reader.Bytes((int)Math.Min(length == 0 ? reader.U32() : length, int.MaxValue));
        return new SampleGroupDescriptionBox(grouping, standard, entries);
    }

    public override void WriteBody(BoxWriter writer)
    {
        writer.Full(DefaultDescription is null ? 1 : 2, 0);
        writer.Code(Grouping);
        writer.U32(0);
        if (DefaultDescription is { } standard) writer.U32(standard);
        writer.U32((uint)Entries.Count);
        foreach (var entry in Entries)
        {
            writer.U32((uint)entry.Length);
            writer.Bytes(entry.Span);
        }
    }
}
