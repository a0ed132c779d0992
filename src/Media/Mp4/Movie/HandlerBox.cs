namespace StreamPlatform.Media.Mp4;

/// <summary>Handler, hdlr: what the track is, <c>vide</c> or <c>soun</c> (ISO/IEC 14496-12, 8.4.3).</summary>
public sealed record HandlerBox(FourCc Handler, string Name) : Box("hdlr")
{
    internal static Box Read(FourCc type, ref BoxReader reader)
    {
        reader.Full();
        reader.Skip(4);
        var handler = reader.Code();
        reader.Skip(12);
        return new HandlerBox(handler, reader.Text());
    }

    public override void WriteBody(BoxWriter writer)
    {
        writer.Full(0, 0);
        writer.U32(0);
        writer.Code(Handler);
        writer.Zeros(12);
        writer.Text(Name);
    }
}
