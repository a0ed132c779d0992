namespace StreamPlatform.Media.Mp4;

/// <summary>Audio sample entry, version 0: mp4a, Opus (ISO/IEC 14496-12, 12.2.3).</summary>
/// <param name="SampleRate">Samples a second; above 65,535 only the codec's own configuration tells it.</param>
public sealed record AudioSampleEntry(FourCc Type, ushort DataReference, ushort Channels, ushort SampleSize, ushort SampleRate, IReadOnlyList<Box> Children)
    : Box(Type)
{
    internal static Box Read(FourCc type, ref BoxReader reader)
    {
        reader.Skip(6);
        var reference = reader.U16();
        reader.Skip(8);
        var (channels, size) = (reader.U16(), reader.U16());
        reader.Skip(4);
        var rate = (ushort)(reader.U32() >> 16);
        return new AudioSampleEntry(type, reference, channels, size, rate, BoxParser.ReadAll(ref reader));
    }

    public override void WriteBody(BoxWriter writer)
    {
        writer.Zeros(6);
        writer.U16(DataReference);
        writer.Zeros(8);
        writer.U16(Channels);
        writer.U16(SampleSize);
        writer.Zeros(4);
        writer.U32((uint)SampleRate << 16);
        writer.Boxes(Children);
    }
}
