namespace StreamPlatform.Media.Mp4;

/// <summary>When media was made by the producer's clock, prft (ISO/IEC 14496-12, 8.16.5): what latency is measured with.</summary>
/// <param name="BoxFlags">What the clock time is of: 0 encoder input, 1 encoder output, 2 the moof's end, 4 its writing, 8 arbitrary, 24 real time.</param>
/// <param name="NtpTime">64-bit NTP time (RFC 5905): seconds since 1900 and their fraction.</param>
/// <param name="MediaTime">The same moment in ticks of the track.</param>
public sealed record ProducerReferenceTimeBox(uint BoxFlags, uint TrackId, ulong NtpTime, ulong MediaTime) : Box("prft")
{
    internal static Box Read(FourCc type, ref BoxReader reader)
    {
        var (version, flags) = reader.Full();
        return new ProducerReferenceTimeBox(flags, reader.U32(), reader.U64(), reader.U32Or64(version));
    }

    public override void WriteBody(BoxWriter writer)
    {
        var version = MediaTime > uint.MaxValue ? 1 : 0;
        writer.Full(version, BoxFlags);
        writer.U32(TrackId);
        writer.U64(NtpTime);
        writer.U32Or64(MediaTime, version);
    }
}
