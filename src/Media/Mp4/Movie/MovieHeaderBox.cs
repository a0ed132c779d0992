namespace StreamPlatform.Media.Mp4;

/// <summary>Movie header, mvhd (ISO/IEC 14496-12, 8.2.2). <paramref name="Duration"/> is 0 in an init segment.</summary>
public sealed record MovieHeaderBox(HeaderTimes Times, uint Timescale, ulong Duration, int Rate, short Volume, TransformMatrix Matrix, uint NextTrackId)
    : Box("mvhd")
{
    internal static Box Read(FourCc type, ref BoxReader reader)
    {
        var (version, _) = reader.Full();
        var times = HeaderTimes.Read(ref reader, version);
        var (timescale, duration) = (reader.U32(), reader.U32Or64(version));
        var (rate, volume) = (reader.I32(), reader.I16());
        reader.Skip(10);
        var matrix = TransformMatrix.Read(ref reader);
        reader.Skip(24);
        return new MovieHeaderBox(times, timescale, duration, rate, volume, matrix, reader.U32());
    }

    public override void WriteBody(BoxWriter writer)
    {
        var version = Times.Need64(Duration) ? 1 : 0;
        writer.Full(version, 0);
        Times.Write(writer, version);
        writer.U32(Timescale);
        writer.U32Or64(Duration, version);
        writer.I32(Rate);
        writer.I16(Volume);
        writer.Zeros(10);
        Matrix.Write(writer);
        writer.Zeros(24);
        writer.U32(NextTrackId);
    }
}
