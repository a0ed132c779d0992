namespace StreamPlatform.Media.Mp4;

/// <summary>A box we have no type for (udta, meta, free, uuid…): kept byte for byte (ISO/IEC 14496-12, 4.2 asks readers to skip these).</summary>
public sealed record UnknownBox(FourCc Type, ReadOnlyMemory<byte> Body) : Box(Type)
{
    public override void WriteBody(BoxWriter writer) => writer.Bytes(Body.Span);
}
