namespace StreamPlatform.Media.Mp4;

/// <summary>An event in the media, emsg (ISO/IEC 23009-1, 5.10.3.3); written as version 1, whose time is absolute, unless it is relative.</summary>
/// <param name="Scheme">Whose event it is: <c>https://aomedia.org/emsg/ID3</c>, <c>urn:scte:scte35:2013:bin</c>.</param>
/// <param name="Time">Ticks on the track's timeline, or after the segment's earliest time when <paramref name="IsRelative"/>.</param>
/// <param name="Duration">Ticks; 0xFFFFFFFF is unknown.</param>
public sealed record EventMessageBox(
    string Scheme, string Value, uint Timescale, bool IsRelative, ulong Time, uint Duration, uint Id, ReadOnlyMemory<byte> Message) : Box("emsg")
{
    internal static Box Read(FourCc type, ref BoxReader reader)
    {
        var whole = reader;
        var (version, _) = reader.Full();
        if (version > 1) return new UnknownBox(type, whole.Rest());
        if (version == 0)
        {
            var (of, means) = (reader.Text(), reader.Text());
            return new EventMessageBox(of, means, reader.U32(), true, reader.U32(), reader.U32(), reader.U32(), reader.Rest());
        }

        var (timescale, time, duration, id) = (reader.U32(), reader.U64(), reader.U32(), reader.U32());
        return new EventMessageBox(reader.Text(), reader.Text(), timescale, false, time, duration, id, reader.Rest());
    }

    public override void WriteBody(BoxWriter writer)
    {
        writer.Full(IsRelative ? 0 : 1, 0);
        if (IsRelative)
        {
            writer.Text(Scheme);
            writer.Text(Value);
        }

        writer.U32(Timescale);
        writer.U32Or64(Time, IsRelative ? 0 : 1);
        writer.U32(Duration);
        writer.U32(Id);
        if (!IsRelative)
        {
            writer.Text(Scheme);
            writer.Text(Value);
        }

        writer.Bytes(Message.Span);
    }
}
