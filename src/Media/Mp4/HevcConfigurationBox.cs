namespace StreamPlatform.Media.Mp4;

/// <summary>HEVC decoder configuration, hvcC (ISO/IEC 14496-15, 8.3.3), as far as the codecs parameter needs it.</summary>
/// <param name="ProfileByte">Profile space (2 bits), tier (1), profile (5).</param>
/// <param name="Constraints">The 48 constraint flags, first flag in the highest of 48 bits.</param>
/// <param name="Rest">From min_spatial_segmentation on: kept byte for byte.</param>
public sealed record HevcConfigurationBox(byte ProfileByte, uint Compatibility, ulong Constraints, byte Level, ReadOnlyMemory<byte> Rest) : Box("hvcC")
{
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
}
