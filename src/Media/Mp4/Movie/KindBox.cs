namespace StreamPlatform.Media.Mp4;

/// <summary>Role of a track, kind (ISO/IEC 14496-12, 8.10.4): <c>urn:mpeg:dash:role:2011</c> and <c>caption</c>, say.</summary>
public sealed record KindBox(string Scheme, string Value) : Box("kind")
{
    internal static Box Read(FourCc type, ref BoxReader reader)
    {
        reader.Full();
        return new KindBox(reader.Text(), reader.Text());
    }

    public override void WriteBody(BoxWriter writer)
    {
        writer.Full(0, 0);
        writer.Text(Scheme);
        writer.Text(Value);
    }
}
