namespace StreamPlatform.Media.Mp4;

/// <summary>HEVC decoder configuration, hvcC (ISO/IEC 14496-15, 8.3.3).</summary>
/// <param name="ProfileByte">Profile space (2 bits), tier (1), profile (5).</param>
/// <param name="Constraints">The 48 constraint flags, first flag in the highest of 48 bits.</param>
/// <param name="Rest">From min_spatial_segmentation on, as stored; the properties read it.</param>
public sealed record HevcConfigurationBox(byte ProfileByte, uint Compatibility, ulong Constraints, byte Level, ReadOnlyMemory<byte> Rest) : Box("hvcC")
{
    private const int ChromaAt = 3, LumaDepthAt = 4, ChromaDepthAt = 5, PackedAt = 8, ArraysAt = 9;

    /// <summary>Bytes of the length before each NAL unit: 1, 2 or 4.</summary>
    public int LengthSize => (At(PackedAt) & 3) + 1;

    /// <summary>0 none, 1 is 4:2:0, 2 is 4:2:2, 3 is 4:4:4.</summary>
    public int ChromaFormat => At(ChromaAt) & 3;

    public int LumaBits => (At(LumaDepthAt) & 7) + 8;

    public int ChromaBits => (At(ChromaDepthAt) & 7) + 8;

    /// <summary>Parameter sets by their kind.</summary>
    /// <exception cref="Mp4Exception">They are broken.</exception>
    public IReadOnlyList<HevcParameterSets> ParameterSets()
    {
        if (Rest.Length < ArraysAt) return [];
        var reader = new BoxReader(Rest[ArraysAt..]);
        var arrays = new HevcParameterSets[reader.Count(reader.U8(), 3)];
        for (var i = 0; i < arrays.Length; i++)
        {
            var kind = reader.U8();
            var units = new ReadOnlyMemory<byte>[reader.Count(reader.U16(), 2)];
            for (var unit = 0; unit < units.Length; unit++)
                units[unit] = reader.Bytes(reader.U16());
            arrays[i] = new HevcParameterSets((byte)(kind & 63), (kind & 0x80) != 0, units);
        }

        return arrays;
    }

    internal static Box Read(FourCc type, ref BoxReader reader)
    {
        reader.Skip(1);
        var (profile, compatibility) = (reader.U8(), reader.U32());
        var constraints = ((ulong)reader.U32() << 16) | reader.U16();
        return new HevcConfigurationBox(profile, compatibility, constraints, reader.U8(), reader.Rest());
    }

    public override void WriteBody(BoxWriter writer)
    {
        writer.U8(1);
        writer.U8(ProfileByte);
        writer.U32(Compatibility);
        writer.U32((uint)(Constraints >> 16));
        writer.U16((int)(Constraints & 0xFFFF));
        writer.U8(Level);
        writer.Bytes(Rest.Span);
    }

    private byte At(int index) => index < Rest.Length ? Rest.Span[index] : (byte)0;
}
