namespace StreamPlatform.Media.Mp4;

/// <summary>AV1 codec configuration, av1C (AV1 in ISOBMFF, 2.3).</summary>
/// <param name="Profile">seq_profile, 0 to 7.</param>
/// <param name="Level">seq_level_idx_0, 0 to 31.</param>
/// <param name="Layout">Tier, high_bitdepth, twelve_bit, monochrome, chroma subsampling and position: the third byte.</param>
/// <param name="Delay">The fourth byte: initial presentation delay.</param>
/// <param name="ConfigObus">The sequence header.</param>
public sealed record Av1ConfigurationBox(byte Profile, byte Level, byte Layout, byte Delay, ReadOnlyMemory<byte> ConfigObus) : Box("av1C")
{
    public bool HighTier => (Layout & 0x80) != 0;

    public int BitDepth => (Layout & 0x40) == 0 ? 8 : (Layout & 0x20) != 0 ? 12 : 10;

    internal static Box Read(FourCc type, ref BoxReader reader)
    {
        reader.Skip(1);
        var profileAndLevel = reader.U8();
        return new Av1ConfigurationBox((byte)(profileAndLevel >> 5), (byte)(profileAndLevel & 31), reader.U8(), reader.U8(), reader.Rest());
    }

    public override void WriteBody(BoxWriter writer)
    {
        writer.U8(0x81);
        writer.U8((Profile << 5) | Level);
        writer.U8(Layout);
        writer.U8(Delay);
        writer.Bytes(ConfigObus.Span);
    }
}
