using System.Buffers.Binary;
using StreamPlatform.Media.Mp4;

namespace StreamPlatform.Media.Sources;

/// <summary>The top level of an MP4 or MOV file: everything but media data, and the movie box among it.</summary>
/// <param name="Headers">All boxes without the bodies of mdat and of padding.</param>
/// <param name="Movie">Where the body of moov is.</param>
internal sealed record MovieLayout(IReadOnlyList<ByteRange> Headers, ByteRange Movie)
{
    private const int MaxBoxes = 64;
    private const long MaxHeaderBytes = 64 << 20;

    private static readonly FourCc[] First = ["ftyp", "moov", "mdat", "wide", "free", "skip", "pnot"];
    private static readonly FourCc[] Bulky = ["mdat", "wide", "free", "skip"];

    /// <summary>Reads bytes at a position into a buffer; the count read.</summary>
    public delegate ValueTask<int> Reader(long offset, Memory<byte> buffer);

    /// <summary>Walks the boxes; null when it is another kind of file, has fragments, or more headers than are worth it.</summary>
    public static async Task<MovieLayout?> ReadAsync(Reader read, long length)
    {
        var headers = new List<ByteRange>();
        ByteRange? movie = null;
        var buffer = new byte[16];
        long offset = 0;
        for (var count = 0; offset + 8 <= length; count++)
        {
            var got = await read(offset, buffer);
            if (count == MaxBoxes || Parse(buffer.AsSpan(0, got), offset, length) is not (var type, var body) || (count == 0 && !First.Contains(type)) || type == "moof")
                return null;
            headers.Add(Bulky.Contains(type) ? new ByteRange(offset, Math.Min(body.Start, length)) : new ByteRange(offset, body.End));
            if (type == "moov")
                movie ??= body;
            offset = body.End;
        }

        return movie is { } found && headers.Sum(range => range.Length) <= MaxHeaderBytes ? new MovieLayout(headers, found) : null;
    }

    /// <summary>Type and body; a body that claims to reach beyond the file ends with it.</summary>
    private static (FourCc Type, ByteRange Body)? Parse(ReadOnlySpan<byte> header, long offset, long length)
    {
        if (header.Length < 8)
            return null;
        long size = BinaryPrimitives.ReadUInt32BigEndian(header);
        var headerBytes = 8;
        if (size == 1 && header.Length == 16)
            (size, headerBytes) = (BinaryPrimitives.ReadInt64BigEndian(header[8..]), 16);
        else if (size == 0)
            size = length - offset;
        return size < headerBytes ? null : (new FourCc(BinaryPrimitives.ReadUInt32BigEndian(header[4..])), new ByteRange(offset + headerBytes, size > length - offset ? length : offset + size));
    }
}
