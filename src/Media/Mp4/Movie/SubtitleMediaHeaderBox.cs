namespace StreamPlatform.Media.Mp4;

/// <summary>Subtitle media header, sthd (ISO/IEC 14496-12, 12.6.2); has no fields.</summary>
public sealed record SubtitleMediaHeaderBox() : Box("sthd")
{
    internal static Box Read(FourCc type, ref BoxReader reader) => new SubtitleMediaHeaderBox();

    public override void WriteBody(BoxWriter writer) => writer.Full(0, 0);
}
