namespace StreamPlatform.Media.Mp4;

/// <summary>Dolby Vision configuration: dvcC up to profile 7, dvvC for 8 to 10, dvwC above (Dolby Vision Streams within ISOBMFF, 3.2).</summary>
/// <param name="Profile">5: no base layer others can show; 8: one of <paramref name="Compatibility"/>.</param>
/// <param name="Compatibility">What the base layer is: 1 HDR10, 2 SDR, 4 HLG, 0 none.</param>
public sealed record DolbyVisionConfigurationBox(
    FourCc Type, byte Major, byte Minor, byte Profile, byte Level, bool HasMetadata, bool HasEnhancement, bool HasBase, byte Compatibility) : Box(Type)
{
    private const int ReservedBytes = 19;

    internal static Box Read(FourCc type, ref BoxReader reader)
    {
        var (major, minor) = (reader.U8(), reader.U8());
        var packed = reader.U16();
        return new DolbyVisionConfigurationBox(
            type, major, minor, (byte)(packed >> 9), (byte)((packed >> 3) & 63), (packed & 4) != 0, (packed & 2) != 0, (packed & 1) != 0,
            (byte)(reader.U8() >> 4));
    }

    public override void WriteBody(BoxWriter writer)
    {
        writer.U8(Major);
        writer.U8(Minor);
        writer.U16((Profile << 9) | (Level << 3) | (HasMetadata ? 4 : 0) | (HasEnhancement ? 2 : 0) | (HasBase ? 1 : 0));
        writer.U8(Compatibility << 4);
        writer.Zeros(ReservedBytes);
    }
}
