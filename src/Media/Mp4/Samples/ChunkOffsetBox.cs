namespace StreamPlatform.Media.Mp4;

/// <summary>Where each chunk begins in the file, stco with 32 bits or co64 with 64 (ISO/IEC 14496-12, 8.7.5).</summary>
public sealed record ChunkOffsetBox(FourCc Type, IReadOnlyList<ulong> Offsets) : Box(Type)
{
    public static readonly FourCc Short = "stco";
    public static readonly FourCc Long = "co64";

    internal static Box Read(FourCc type, ref BoxReader reader)
    {
        reader.Full();
        var version = type == Long ? 1 : 0;
        var offsets = new ulong[reader.Count(reader.U32(), version == 0 ? 4 : 8)];
        for (var i = 0; i < offsets.Length; i++)
            offsets[i] = reader.U32Or64(version);
        return new ChunkOffsetBox(type, offsets);
    }

    public override void WriteBody(BoxWriter writer)
    {
        writer.Full(0, 0);
        writer.U32((uint)Offsets.Count);
        foreach (var offset in Offsets)
            writer.U32Or64(offset, Type == Long ? 1 : 0);
    }
}
