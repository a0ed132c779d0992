namespace StreamPlatform.Media.Mp4;

/// <summary>Defaults of an encrypted track, tenc (ISO/IEC 23001-7, 8.2).</summary>
/// <param name="CryptBlocks">Of a pattern, 16-byte blocks that are encrypted; 0 with <paramref name="SkipBlocks"/> 0 is no pattern.</param>
/// <param name="IvBytes">Bytes of each sample's initialization vector: 0 (constant), 8 or 16.</param>
/// <param name="KeyId">16 bytes, in the order they are stored.</param>
/// <param name="ConstantIv">8 or 16 bytes when protected samples have no vectors of their own.</param>
public sealed record TrackEncryptionBox(
    byte CryptBlocks, byte SkipBlocks, bool IsProtected, byte IvBytes, Guid KeyId, ReadOnlyMemory<byte> ConstantIv) : Box("tenc")
{
    internal static Box Read(FourCc type, ref BoxReader reader)
    {
        var (version, _) = reader.Full();
        reader.Skip(1);
        var pattern = reader.U8();
        if (version == 0) pattern = 0;
        var (isProtected, ivBytes) = (reader.U8() != 0, reader.U8());
        if (ivBytes is not (0 or 8 or 16)) throw new Mp4Exception($"tenc has vectors of {ivBytes} bytes.");
        var key = reader.Id();
        var constant = isProtected && ivBytes == 0 ? reader.Bytes(reader.U8()) : default;
        return new TrackEncryptionBox((byte)(pattern >> 4), (byte)(pattern & 15), isProtected, ivBytes, key, constant);
    }

    public override void WriteBody(BoxWriter writer)
    {
        writer.Full(CryptBlocks == 0 && SkipBlocks == 0 ? 0 : 1, 0);
        writer.U8(0);
        writer.U8((CryptBlocks << 4) | SkipBlocks);
        writer.U8(IsProtected ? 1 : 0);
        writer.U8(IvBytes);
        writer.Id(KeyId);
        if (!IsProtected || IvBytes != 0) return;
        writer.U8(ConstantIv.Length);
        writer.Bytes(ConstantIv.Span);
    }
}
