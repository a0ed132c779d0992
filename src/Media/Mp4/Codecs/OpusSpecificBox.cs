namespace StreamPlatform.Media.Mp4;

/// <summary>Opus configuration, dOps (Encapsulation of Opus in ISO Base Media File Format, 4.3.2).</summary>
/// <param name="PreSkip">Samples at 48 kHz to drop at the start.</param>
/// <param name="OutputGain">dB in 8.8 fixed point.</param>
/// <param name="ChannelMapping">Mapping family and, for families but 0, its table.</param>
public sealed record OpusSpecificBox(byte Channels, ushort PreSkip, uint InputSampleRate, short OutputGain, ReadOnlyMemory<byte> ChannelMapping) : Box("dOps")
{
    internal static Box Read(FourCc type, ref BoxReader reader)
    {
        reader.Skip(1);
        return new OpusSpecificBox(reader.U8(), reader.U16(), reader.U32(), reader.I16(), reader.Rest());
    }

    public override void WriteBody(BoxWriter writer)
    {
        writer.U8(0);
        writer.U8(Channels);
        writer.U16(PreSkip);
        writer.U32(InputSampleRate);
        writer.I16(OutputGain);
        writer.Bytes(ChannelMapping.Span);
    }
}
