namespace StreamPlatform.Media.Mp4;

/// <summary>Fields of interlaced video, fiel (QuickTime File Format, video sample description extensions).</summary>
/// <param name="Count">1 progressive, 2 interlaced.</param>
/// <param name="Order">1 and 9 top field first, 6 and 14 bottom field first (stored apart, interleaved).</param>
public sealed record FieldBox(byte Count, byte Order) : Box("fiel")
{
    internal static Box Read(FourCc type, ref BoxReader reader) => new FieldBox(reader.U8(), reader.U8());

    public override void WriteBody(BoxWriter writer)
    {
        writer.U8(Count);
        writer.U8(Order);
    }
}
