using System.Buffers.Binary;
using StreamPlatform.Media.Mp4;

namespace StreamPlatform.Media.Sources;

/// <summary>Writes key frames into an MP4 of their own: the track's codec, shape and rotation as they were, with tables for so few samples. Its time begins with the first of them.</summary>
internal static class KeyFrameFile
{
    private const uint Timescale = 1000;

    /// <param name="source">The file that <paramref name="frames"/> tell places of.</param>
    /// <param name="path">Must not exist.</param>
    public static async Task WriteAsync(KeyFrameIndex index, IReadOnlyList<KeyFrame> frames, string source, string path, CancellationToken ct)
    {
        // The table of offsets has a fixed width, so a first pass tells where the data will begin.
        var header = Header(index, frames, 0);
        header = Header(index, frames, header.Length);
        await using var output = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read);
        await output.WriteAsync(header, ct);
        using var input = File.OpenHandle(source, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        foreach (var frame in frames)
        {
            var bytes = new byte[frame.Place.Length];
            await RandomAccess.ReadAsync(input, bytes, frame.Place.Start, ct);
            await output.WriteAsync(bytes, ct);
        }
    }

    private static byte[] Header(KeyFrameIndex index, IReadOnlyList<KeyFrame> frames, long dataStart)
    {
        var track = BoxParser.Split(index.Track);
        var media = BoxParser.Split(KeyFrameIndex.Need(track, "mdia"));
        var information = BoxParser.Split(KeyFrameIndex.Need(media, "minf"));
        var writer = new BoxWriter();
        writer.Box(new FileTypeBox("ftyp", "qt  ", 0, ["qt  ", "isom"]));
        writer.Box(new ContainerBox("moov",
        [
            new MovieHeaderBox(default, Timescale, 0, 0x10000, 0x100, TransformMatrix.Identity, uint.MaxValue),
            new ContainerBox("trak",
            [
                new UnknownBox("tkhd", KeyFrameIndex.Need(track, "tkhd")),
                new ContainerBox("mdia",
                [
                    new MediaHeaderBox(default, Timescale, (ulong)frames[^1].Milliseconds + 1, 0),
                    new UnknownBox("hdlr", KeyFrameIndex.Need(media, "hdlr")),
                    new ContainerBox("minf",
                    [
                        .. information.Where(box => box.Type != "stbl").Select(box => new UnknownBox(box.Type, box.Body)),
                        new ContainerBox("stbl",
                        [
                            new UnknownBox("stsd", KeyFrameIndex.Need(KeyFrameIndex.Tables(index.Track), "stsd")),
                            .. Tables(frames, dataStart),
                        ]),
                    ]),
                ]),
            ]),
        ]));
        writer.U32(1);
        writer.Code("mdat");
        writer.U64(16 + (ulong)frames.Sum(frame => frame.Place.Length));
        return writer.ToArray();
    }

    /// <summary>One chunk holds all.</summary>
    private static Box[] Tables(IReadOnlyList<KeyFrame> frames, long dataStart)
    {
        var (times, sizes) = (new byte[8 + (8 * frames.Count)], new byte[12 + (4 * frames.Count)]);
        Put(times, 4, (uint)frames.Count);
        Put(sizes, 8, (uint)frames.Count);
        for (var i = 0; i < frames.Count; i++)
        {
            Put(times, 8 + (8 * i), 1);
            Put(times, 12 + (8 * i), i + 1 < frames.Count ? (uint)(frames[i + 1].Milliseconds - frames[i].Milliseconds) : 1);
            Put(sizes, 12 + (4 * i), (uint)frames[i].Place.Length);
        }

        var chunk = new byte[20];
        Put(chunk, 4, 1);
        Put(chunk, 8, 1);
        Put(chunk, 12, (uint)frames.Count);
        Put(chunk, 16, 1);
        var start = new byte[16];
        Put(start, 4, 1);
        BinaryPrimitives.WriteInt64BigEndian(start.AsSpan(8), dataStart);
        return [new UnknownBox("stts", times), new UnknownBox("stsc", chunk), new UnknownBox("stsz", sizes), new UnknownBox("co64", start)];

        static void Put(byte[] table, int at, uint value) => BinaryPrimitives.WriteUInt32BigEndian(table.AsSpan(at), value);
    }
}
