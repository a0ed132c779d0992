namespace StreamPlatform.Media.Mp4;

/// <summary>Where what belongs to samples is, saio (ISO/IEC 14496-12, 8.7.9): in fragments counted from the moof, one offset a run or one for all.</summary>
/// <param name="Kind">As in <see cref="AuxiliarySizesBox"/>.</param>
public sealed record AuxiliaryOffsetsBox(AuxiliaryKind? Kind, IReadOnlyList<ulong> Offsets) : Box("saio")
{
    internal static Box Read(FourCc type, ref BoxReader reader)
    {
        var (version, flags) = reader.Full();
        AuxiliaryKind? kind = (flags & 1) != 0 ? new AuxiliaryKind(reader.Code(), reader.U32()) : null;
        var offsets = new ulong[reader.Count(reader.U32(), version == 0 ? 4 : 8)];
        for (var i = 0; i < offsets.Length; i++)
            offsets[i] = reader.U32Or64(version);
        return new AuxiliaryOffsetsBox(kind, offsets);
    }

    public override void WriteBody(BoxWriter writer)
    {
        var version = Offsets.Any(offset => offset > uint.MaxValue) ? 1 : 0;
        writer.Full(version, Kind is null ? 0 : 1u);
        Kind?.Write(writer);
        writer.U32((uint)Offsets.Count);
        foreach (var offset in Offsets)
            writer.U32Or64(offset, version);
    }
}
