using StreamPlatform.Domain.Playback;
using StreamPlatform.Domain.Storage;
using StreamPlatform.Media.Mp4;

namespace StreamPlatform.Media.Packaging.Static;

/// <summary>
/// One rendition of a published presentation and its sound as an ordinary MP4 file, its header first, made from the segments
/// without encoding anything. Headers are fetched first and tell every size, so the file's length is known and its data
/// passes through in pieces. Equal presentations give equal bytes.
/// </summary>
public sealed class StaticMp4
{
    private const int PieceBytes = 4 << 20;

    private readonly IBlobStore _blobs;
    private readonly byte[] _head;
    private readonly List<StaticChunk> _chunks;

    private StaticMp4(IBlobStore blobs, byte[] head, List<StaticChunk> chunks)
    {
        (_blobs, _head, _chunks) = (blobs, head, chunks);
        Bytes = head.Length + chunks.Sum(chunk => chunk.DataBytes);
    }

    /// <summary>Length of the file.</summary>
    public long Bytes { get; }

    /// <summary>The tracks that belong into the file of a rendition: itself and, for video, the best sound of each language. Null when there is no such rendition.</summary>
    public static IReadOnlyList<PresentedTrack>? TracksOf(Presentation presentation, string rendition)
    {
        if (presentation.Audio.FirstOrDefault(track => track.Name == rendition) is { } sound) return [sound];
        return presentation.Video.FirstOrDefault(track => track.Name == rendition) is { } video
            ? [video, .. presentation.Audio.GroupBy(track => track.Language).Select(language => language.MaxBy(track => track.AverageBitrate)!)]
            : null;
    }

    /// <summary>Looks at the headers of all segments of <paramref name="tracks"/>.</summary>
    /// <exception cref="Mp4Exception">The segments are not what was published.</exception>
    /// <exception cref="BlobChangedException">They are gone.</exception>
    public static async Task<StaticMp4> OpenAsync(IReadOnlyList<PresentedTrack> tracks, IBlobStore blobs, CancellationToken ct)
    {
        var reader = new SegmentReader(blobs);
        var read = new List<StaticTrack>();
        foreach (var track in tracks)
            read.Add(await StaticTrack.ReadAsync(track, reader, ct));

        // Chunks in the order of their time: whoever reads the file from its start can play it from its start.
        var order = read.SelectMany((track, index) => track.Chunks.Select(chunk => (Track: index, Chunk: chunk))).OrderBy(pair => pair.Chunk.Seconds).ThenBy(pair => pair.Track).ToList();
        var data = order.Sum(pair => pair.Chunk.DataBytes);
        // Where the data begins depends on the length of the header, which doesn't depend on where the data begins.
        var far = data > uint.MaxValue / 2;
        var head = Head(0);
        return new StaticMp4(blobs, Head((ulong)head.Length), [.. order.Select(pair => pair.Chunk)]);

        byte[] Head(ulong start)
        {
            var places = read.ConvertAll(_ => new List<ulong>());
            foreach (var (track, chunk) in order)
            {
                places[track].Add(start);
                start += (ulong)chunk.DataBytes;
            }

            return StaticHeader.Write(read, places, data, far);
        }
    }

    /// <summary>Writes the file from its start to its end.</summary>
    /// <exception cref="BlobChangedException">Segments have been deleted.</exception>
    public async Task WriteAsync(Stream output, CancellationToken ct)
    {
        await output.WriteAsync(_head, ct);
        Task<byte[]>? next = null;
        foreach (var (chunk, from, length) in Pieces())
        {
            // One piece is fetched while the one before is written.
            var fetched = ReadAsync(chunk, from, length, ct);
            if (next is not null) await output.WriteAsync(await next, ct);
            next = fetched;
        }

        if (next is not null) await output.WriteAsync(await next, ct);
    }

    private IEnumerable<(StaticChunk Chunk, long From, int Length)> Pieces()
    {
        foreach (var chunk in _chunks)
        {
            for (long from = 0; from < chunk.DataBytes; from += PieceBytes)
                yield return (chunk, from, (int)Math.Min(PieceBytes, chunk.DataBytes - from));
        }
    }

    private async Task<byte[]> ReadAsync(StaticChunk chunk, long from, int length, CancellationToken ct)
    {
        var path = new BlobPath(Containers.Media, chunk.Name);
        var bytes = new byte[length];
        return await _blobs.ReadRangeAsync(path, null, chunk.DataOffset + from, bytes, ct) == length ? bytes : throw new BlobChangedException(path);
    }
}
