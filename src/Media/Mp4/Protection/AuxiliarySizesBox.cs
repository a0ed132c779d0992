namespace StreamPlatform.Media.Mp4;

/// <summary>Sizes of what belongs to samples without being in them, saiz (ISO/IEC 14496-12, 8.7.8).</summary>
/// <param name="Kind">What it is (<c>cenc</c>); null for what the track's encryption scheme needs.</param>
/// <param name="CommonSize">Bytes a sample, or 0 when they differ.</param>
/// <param name="Count">Number of samples.</param>
/// <param name="Sizes">One byte a sample when they differ, else empty.</param>
public sealed record AuxiliarySizesBox(AuxiliaryKind? Kind, byte CommonSize, uint Count, ReadOnlyMemory<byte> Sizes) : Box("saiz")
{
    internal static Box Read(FourCc type, ref BoxReader reader)
    {
        var (_, flags) = reader.Full();
        AuxiliaryKind? kind = (flags & 1) != 0 ? new AuxiliaryKind(reader.Code(), reader.U32()) : null;
        var (common, count) = (reader.U8(), reader.U32());
        return new AuxiliarySizesBox(kind, common, count, common == 0 ? reader.Bytes(reader.Count(count, 1)) : default);
    }

    public override void WriteBody(BoxWriter writer)
    {
        writer.Full(0, Kind is null ? 0 : 1u);
        Kind?.Write(writer);
        writer.U8(CommonSize);
        writer.U32(Count);
        writer.Bytes(Sizes.Span);
    }
}
