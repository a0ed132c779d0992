namespace StreamPlatform.Media.Mp4;

/// <summary>Media header, mdhd (ISO/IEC 14496-12, 8.4.2).</summary>
/// <param name="Timescale">Ticks a second of the track.</param>
/// <param name="Language">Three letters of ISO 639-2, 5 bits each, as stored (0x55C4 is <c>und</c>).</param>
public sealed record MediaHeaderBox(HeaderTimes Times, uint Timescale, ulong Duration, ushort Language) : Box("mdhd")
{
    internal static Box Read(FourCc type, ref BoxReader reader)
    {
        var (version, _) = reader.Full();
        var times = HeaderTimes.Read(ref reader, version);
        return new MediaHeaderBox(times, reader.U32(), reader.U32Or64(version), reader.U16());
    }

    public override void WriteBody(BoxWriter writer)
    {
        var version = Times.Need64(Duration) ? 1 : 0;
        writer.Full(version, 0);
        Times.Write(writer, version);
        writer.U32(Timescale);
        writer.U32Or64(Duration, version);
        writer.U16(Language);
        writer.U16(0);
    }
}
