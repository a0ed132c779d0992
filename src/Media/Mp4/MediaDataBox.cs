namespace StreamPlatform.Media.Mp4;

/// <summary>Media data, mdat, when it is held in memory (ISO/IEC 14496-12, 8.1.1).</summary>
public sealed record MediaDataBox(ReadOnlyMemory<byte> Data) : Box("mdat")
{
    internal static Box Read(FourCc type, ref BoxReader reader) => new MediaDataBox(reader.Rest());

    public override void WriteBody(BoxWriter writer) => writer.Bytes(Data.Span);
}
