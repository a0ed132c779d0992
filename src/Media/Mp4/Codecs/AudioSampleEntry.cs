namespace StreamPlatform.Media.Mp4;

/// <summary>Audio sample entry: mp4a, Opus, ac-3, ec-3, fLaC, enca (ISO/IEC 14496-12, 12.2.3).</summary>
/// <param name="SampleRate">Samples a second; above 65,535 only the codec's own configuration tells it.</param>
public sealed record AudioSampleEntry(FourCc Type, ushort DataReference, ushort Channels, ushort SampleSize, ushort SampleRate, IReadOnlyList<Box> Children)
    : Box(Type)
{
    /// <summary>
    /// Fields that versions 1 and 2 of QuickTime put between the common ones and the boxes (QuickTime File Format, sound
    /// sample description); empty in ISO files, whose version 1 has none.
    /// </summary>
    public ReadOnlyMemory<byte> QuickTimeFields { get; init; }

    internal static Box Read(FourCc type, ref BoxReader reader)
    {
        reader.Skip(6);
        var reference = reader.U16();
        var version = reader.U16();
        reader.Skip(6);
        var (channels, size) = (reader.U16(), reader.U16());
        reader.Skip(4);
        var rate = (ushort)(reader.U32() >> 16);
        var extra = version switch { 1 when !StartsBox(reader) => reader.Bytes(16), 2 => reader.Bytes(36), _ => default };
        return new AudioSampleEntry(type, reference, channels, size, rate, BoxParser.ReadAll(ref reader)) { QuickTimeFields = extra };
    }

    public override void WriteBody(BoxWriter writer)
    {
        writer.Zeros(6);
        writer.U16(DataReference);
        writer.U16(QuickTimeFields.Length switch { 16 => 1, 36 => 2, _ => 0 });
        writer.Zeros(6);
        writer.U16(Channels);
        writer.U16(SampleSize);
        writer.Zeros(4);
        writer.U32((uint)SampleRate << 16);
        writer.Bytes(QuickTimeFields.Span);
        writer.Boxes(Children);
    }

    /// <summary>Both families call their entries version 1; only a box is named in letters.</summary>
    private static bool StartsBox(BoxReader reader) =>
        reader.Remaining < 16 || (reader.U32() >= 8 && !reader.Code().ToString().Any(letter => letter is < ' ' or > '~'));
}
