namespace StreamPlatform.Media.Mp4;

/// <summary>Sizes of small samples, stz2 (ISO/IEC 14496-12, 8.7.3.3).</summary>
/// <param name="FieldBits">4, 8 or 16 bits a size.</param>
public sealed record CompactSampleSizeBox(byte FieldBits, IReadOnlyList<ushort> Sizes) : Box("stz2")
{
    internal static Box Read(FourCc type, ref BoxReader reader)
    {
        reader.Full();
        reader.Skip(3);
        var bits = reader.U8();
        if (bits is not (4 or 8 or 16)) throw new Mp4Exception($"stz2 has fields of {bits} bits.");
        var count = reader.U32();
        if (((long)count * bits) + 7 >> 3 > reader.Remaining) throw new Mp4Exception($"stz2 claims {count} sizes.");
        var sizes = new ushort[count];
        for (var i = 0; i < sizes.Length; i++)
        {
            if (bits == 16) sizes[i] = reader.U16();
            else if (bits == 8) sizes[i] = reader.U8();
            else
            {
                var pair = reader.U8();
                sizes[i] = (ushort)(pair >> 4);
                if (++i < sizes.Length) sizes[i] = (ushort)(pair & 15);
            }
        }

        return new CompactSampleSizeBox(bits, sizes);
    }

    public override void WriteBody(BoxWriter writer)
    {
        writer.Full(0, 0);
        writer.Zeros(3);
        writer.U8(FieldBits);
        writer.U32((uint)Sizes.Count);
        for (var i = 0; i < Sizes.Count; i += FieldBits == 4 ? 2 : 1)
        {
            if (FieldBits == 16) writer.U16(Sizes[i]);
            else if (FieldBits == 8) writer.U8(Sizes[i]);
            else writer.U8((Sizes[i] << 4) | (i + 1 < Sizes.Count ? Sizes[i + 1] : 0));
        }
    }
}
