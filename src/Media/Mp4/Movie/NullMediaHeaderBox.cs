namespace StreamPlatform.Media.Mp4;

/// <summary>Media header of tracks that need none, nmhd (ISO/IEC 14496-12, 12.5.2): timed text and metadata.</summary>
public sealed record NullMediaHeaderBox() : Box("nmhd")
{
    internal static Box Read(FourCc type, ref BoxReader reader) => new NullMediaHeaderBox();

    public override void WriteBody(BoxWriter writer) => writer.Full(0, 0);
}
