namespace StreamPlatform.Media.Mp4;

/// <summary>
/// Track header, tkhd (ISO/IEC 14496-12, 8.3.2). <paramref name="Width"/> and <paramref name="Height"/> are 16.16 fixed point;
/// <paramref name="Volume"/> is 8.8, 0x100 for audio.
/// </summary>
public sealed record TrackHeaderBox(
    uint Flags, HeaderTimes Times, uint TrackId, ulong Duration, short Layer, short AlternateGroup, short Volume, TransformMatrix Matrix, uint Width, uint Height)
    : Box("tkhd")
{
    internal static Box Read(FourCc type, ref BoxReader reader)
    {
        var (version, flags) = reader.Full();
        var times = HeaderTimes.Read(ref reader, version);
        var id = reader.U32();
        reader.Skip(4);
        var duration = reader.U32Or64(version);
        reader.Skip(8);
        var (layer, group, volume) = (reader.I16(), reader.I16(), reader.I16());
        reader.Skip(2);
        var matrix = TransformMatrix.Read(ref reader);
        return new TrackHeaderBox(flags, times, id, duration, layer, group, volume, matrix, reader.U32(), reader.U32());
    }

    public override void WriteBody(BoxWriter writer)
    {
        var version = Times.Need64(Duration) ? 1 : 0;
        writer.Full(version, Flags);
        Times.Write(writer, version);
        writer.U32(TrackId);
        writer.Zeros(4);
        writer.U32Or64(Duration, version);
        writer.Zeros(8);
        writer.I16(Layer);
        writer.I16(AlternateGroup);
        writer.I16(Volume);
        writer.Zeros(2);
        Matrix.Write(writer);
        writer.U32(Width);
        writer.U32(Height);
    }
}
