namespace StreamPlatform.Media.Mp4;

/// <summary>What of the picture is to be shown, clap (ISO/IEC 14496-12, 12.1.4): fractions of pixels, the offsets from the centre.</summary>
public sealed record CleanApertureBox(
    uint WidthN, uint WidthD, uint HeightN, uint HeightD, int HorizontalN, uint HorizontalD, int VerticalN, uint VerticalD) : Box("clap")
{
    internal static Box Read(FourCc type, ref BoxReader reader) => new CleanApertureBox(
        reader.U32(), reader.U32(), reader.U32(), reader.U32(), reader.I32(), reader.U32(), reader.I32(), reader.U32());

    public override void WriteBody(BoxWriter writer)
    {
        foreach (var value in (ReadOnlySpan<uint>)[WidthN, WidthD, HeightN, HeightD, (uint)HorizontalN, HorizontalD, (uint)VerticalN, VerticalD])
            writer.U32(value);
    }
}
