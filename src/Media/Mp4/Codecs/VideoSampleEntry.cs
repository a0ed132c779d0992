using System.Text;

namespace StreamPlatform.Media.Mp4;

/// <summary>Visual sample entry: avc1, avc3, hvc1, hev1, dvh1, dvhe, av01, vp08, vp09, encv (ISO/IEC 14496-12, 12.1.3). Sizes in pixels.</summary>
/// <param name="CompressorName">At most 31 bytes; encoders write their name here.</param>
public sealed record VideoSampleEntry(FourCc Type, ushort DataReference, ushort Width, ushort Height, string CompressorName, IReadOnlyList<Box> Children)
    : Box(Type)
{
    private const uint Dpi72 = 0x00480000;

    internal static Box Read(FourCc type, ref BoxReader reader)
    {
        reader.Skip(6);
        var reference = reader.U16();
        reader.Skip(16);
        var (width, height) = (reader.U16(), reader.U16());
        reader.Skip(14);
        var name = reader.Bytes(32).Span;
        var compressor = Encoding.Latin1.GetString(name.Slice(1, Math.Min(name[0], (byte)31)));
        reader.Skip(4);
        return new VideoSampleEntry(type, reference, width, height, compressor, BoxParser.ReadAll(ref reader));
    }

    public override void WriteBody(BoxWriter writer)
    {
        writer.Zeros(6);
        writer.U16(DataReference);
        writer.Zeros(16);
        writer.U16(Width);
        writer.U16(Height);
        writer.U32(Dpi72);
        writer.U32(Dpi72);
        writer.U32(0);
        writer.U16(1); // frames a sample
        var name = Encoding.Latin1.GetBytes(CompressorName);
        writer.U8(name.Length);
        writer.Bytes(name);
        writer.Zeros(31 - name.Length);
        writer.U16(24); // depth: colour without alpha
        writer.I16(-1);
        writer.Boxes(Children);
    }
}
