namespace StreamPlatform.Media.Mp4;

/// <summary>Video media header, vmhd (ISO/IEC 14496-12, 12.1.2); its fields have one sensible value.</summary>
public sealed record VideoMediaHeaderBox() : Box("vmhd")
{
    internal static Box Read(FourCc type, ref BoxReader reader) => new VideoMediaHeaderBox();

    public override void WriteBody(BoxWriter writer)
    {
        writer.Full(0, 1);
        writer.Zeros(8);
    }
}
