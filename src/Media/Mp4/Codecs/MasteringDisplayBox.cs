namespace StreamPlatform.Media.Mp4;

/// <summary>Display that HDR was mastered on, mdcv (ISO/IEC 14496-12, 12.1.7; SMPTE ST 2086).</summary>
/// <param name="Primaries">x and y of green, blue, red and the white point, in units of 0.00002.</param>
/// <param name="MaxLuminance">Units of 0.0001 cd/m².</param>
/// <param name="MinLuminance">Units of 0.0001 cd/m².</param>
public sealed record MasteringDisplayBox(IReadOnlyList<ushort> Primaries, uint MaxLuminance, uint MinLuminance) : Box("mdcv")
{
    private const int Coordinates = 8;

    internal static Box Read(FourCc type, ref BoxReader reader)
    {
        var primaries = new ushort[Coordinates];
        for (var i = 0; i < Coordinates; i++)
            primaries[i] = reader.U16();
        return new MasteringDisplayBox(primaries, reader.U32(), reader.U32());
    }

    public override void WriteBody(BoxWriter writer)
    {
        for (var i = 0; i < Coordinates; i++)
            writer.U16(Primaries[i]);
        writer.U32(MaxLuminance);
        writer.U32(MinLuminance);
    }
}
