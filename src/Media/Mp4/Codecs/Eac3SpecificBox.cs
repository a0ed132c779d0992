namespace StreamPlatform.Media.Mp4;

/// <summary>Enhanced AC-3 configuration, dec3 (ETSI TS 102 366, F.6).</summary>
/// <param name="DataRate">Kilobits a second, 13 bits.</param>
/// <param name="Substreams">Fields of each independent substream, and the extension that says whether objects (JOC) are in it: as stored.</param>
public sealed record Eac3SpecificBox(ushort DataRate, byte SubstreamCount, ReadOnlyMemory<byte> Substreams) : Box("dec3")
{
    internal static Box Read(FourCc type, ref BoxReader reader)
    {
        var packed = reader.U16();
        return new Eac3SpecificBox((ushort)(packed >> 3), (byte)((packed & 7) + 1), reader.Rest());
    }

    public override void WriteBody(BoxWriter writer)
    {
        writer.U16((DataRate << 3) | (SubstreamCount - 1));
        writer.Bytes(Substreams.Span);
    }
}
