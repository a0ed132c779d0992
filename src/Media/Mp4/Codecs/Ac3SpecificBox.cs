namespace StreamPlatform.Media.Mp4;

/// <summary>AC-3 configuration, dac3 (ETSI TS 102 366, F.4): fields of the bit stream.</summary>
/// <param name="Packed">fscod (2 bits), bsid (5), bsmod (3), acmod (3), lfeon (1), bit_rate_code (5), reserved (5).</param>
public sealed record Ac3SpecificBox(uint Packed) : Box("dac3")
{
    private static ReadOnlySpan<byte> MainChannels => [2, 1, 2, 3, 3, 4, 4, 5];

    /// <summary>Channels, with the one for low frequencies.</summary>
    public int Channels => MainChannels[(int)(Packed >> 11) & 7] + (int)((Packed >> 10) & 1);

    internal static Box Read(FourCc type, ref BoxReader reader) => new Ac3SpecificBox(reader.U24());

    public override void WriteBody(BoxWriter writer) => writer.U24(Packed);
}
