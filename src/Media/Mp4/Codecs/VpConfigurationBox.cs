namespace StreamPlatform.Media.Mp4;

/// <summary>VP8/VP9 codec configuration, vpcC (VP Codec ISO Media File Format Binding, version 1).</summary>
/// <param name="Level">Ten times the level: 31 is 3.1.</param>
/// <param name="BitDepth">8, 10 or 12.</param>
/// <param name="Chroma">Subsampling, 0 to 7.</param>
public sealed record VpConfigurationBox(
    byte Profile, byte Level, byte BitDepth, byte Chroma, bool FullRange, byte Primaries, byte Transfer, byte Matrix, ReadOnlyMemory<byte> Initialization)
    : Box("vpcC")
{
    internal static Box Read(FourCc type, ref BoxReader reader)
    {
        reader.Full();
        var (profile, level, packed) = (reader.U8(), reader.U8(), reader.U8());
        var (primaries, transfer, matrix) = (reader.U8(), reader.U8(), reader.U8());
        return new VpConfigurationBox(
            profile, level, (byte)(packed >> 4), (byte)((packed >> 1) & 7), (packed & 1) != 0, primaries, transfer, matrix, reader.Bytes(reader.U16()));
    }

    public override void WriteBody(BoxWriter writer)
    {
        writer.Full(1, 0);
        writer.U8(Profile);
        writer.U8(Level);
        writer.U8((BitDepth << 4) | (Chroma << 1) | (FullRange ? 1 : 0));
        writer.U8(Primaries);
        writer.U8(Transfer);
        writer.U8(Matrix);
        writer.U16(Initialization.Length);
        writer.Bytes(Initialization.Span);
    }
}
