namespace StreamPlatform.Media.Mp4;

/// <summary>Which samples others depend on, sdtp (ISO/IEC 14496-12, 8.6.4): one byte a sample, as stored.</summary>
public sealed record SampleDependencyBox(ReadOnlyMemory<byte> Samples) : Box("sdtp")
{
    internal static Box Read(FourCc type, ref BoxReader reader)
    {
        reader.Full();
        return new SampleDependencyBox(reader.Rest());
    }

    public override void WriteBody(BoxWriter writer)
    {
        writer.Full(0, 0);
        writer.Bytes(Samples.Span);
    }
}
