using StreamPlatform.Media.Mp4;

namespace StreamPlatform.Media.Packaging.Static;

/// <summary>Everything before the media data: ftyp, moov and the header of mdat (ISO/IEC 14496-12, 4.3, 8.1, 8.2).</summary>
internal static class StaticHeader
{
    /// <param name="places">Where each track's chunks are in the file.</param>
    /// <param name="far">Places are written in 64 bits, and so is the length of the data.</param>
    public static byte[] Write(IReadOnlyList<StaticTrack> tracks, IReadOnlyList<IReadOnlyList<ulong>> places, long data, bool far)
    {
        var timescale = tracks[0].Timescale;
        var length = tracks.Max(track => track.InMovie(timescale));
        var writer = new BoxWriter();
        writer.Box(new FileTypeBox("ftyp", "isom", 0x200, ["isom", "iso6", "mp41"]));
        writer.Box(new ContainerBox("moov",
        [
            new MovieHeaderBox(default, timescale, length, 0x10000, 0x100, TransformMatrix.Identity, (uint)tracks.Count + 1),
            // Of several languages players take the first unless told otherwise.
            .. tracks.Select((track, index) => track.Box((uint)index + 1, timescale, places[index], far, enabled: index < 2)),
        ]));
        writer.U32(far ? 1 : (uint)data + 8);
        writer.Code("mdat");
        if (far) writer.U64((ulong)data + 16);
        return writer.ToArray();
    }
}
