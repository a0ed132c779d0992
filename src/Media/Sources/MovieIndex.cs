using StreamPlatform.Media.Mp4;

namespace StreamPlatform.Media.Sources;

/// <summary>
/// Which bytes of an MP4 or MOV file a use of it reads, told by its sample tables. A chunk is taken to reach to the next
/// chunk of any track, so that sizes that can't be trusted are not asked.
/// </summary>
internal sealed class MovieIndex : ISourceIndex
{
    /// <summary>
    /// What opening a file reads of each track: until so much is known of it, or so many bytes of all tracks were read
    /// (libavformat's probesize and max_analyze_duration, 5 MB and 5 s, with room to spare).
    /// </summary>
    private const long OpeningBytes = 6_000_000;

    private const double OpeningSeconds = 8;

    /// <summary>Seconds around a span: seeking goes for an earlier moment, decoders and filters look ahead.</summary>
    private const double Margin = 2;

    /// <summary>And samples behind it, where pictures are seconds apart; at the end of a track its last ones.</summary>
    private const int SamplesBehind = 48;

    /// <summary>Codecs whose packets the demuxer hands out as the tables say, without a look at their bytes.</summary>
    private static readonly FourCc[] TabledCodecs =
    [
        "avc1", "avc3", "hvc1", "hev1", "apcn", "apch", "apcs", "apco", "ap4h", "mp4a", "alac", "fLaC", "Opus",
        "sowt", "twos", "lpcm", "in24", "in32", "fl32", "ulaw", "alaw",
    ];

    private static readonly FourCc[] TextTracks = ["text", "sbtl", "subt", "clcp"];

    private readonly IReadOnlyList<MovieTrack> _tracks;
    private readonly long[] _starts;
    private readonly long _length;

    private MovieIndex(IReadOnlyList<MovieTrack> tracks, long length, double claimedSeconds)
    {
        (_tracks, _length, ClaimedSeconds) = (tracks, length, claimedSeconds);
        _starts = [.. tracks.SelectMany(track => track.Offsets).Where(offset => offset < (ulong)length).Select(offset => (long)offset), length];

        // An hour has a hundred thousand, each track's in order. The same number twice does no harm where the next greater one is looked for.
        Array.Sort(_starts);
    }

    public double ClaimedSeconds { get; }

    /// <summary>The packets' times, sizes and flags can be had without their bytes.</summary>
    public bool TellsPackets => _tracks.Where(IsPlayed).All(track => TabledCodecs.Contains(track.Codec));

    public bool TellsEnds => TellsPackets;

    /// <summary>Null when the tables don't tell everything: fragments, a compressed header, edits that cut and join.</summary>
    /// <param name="moov">Body of the movie box.</param>
    /// <param name="length">Bytes of the file.</param>
    public static MovieIndex? Read(ReadOnlyMemory<byte> moov, long length)
    {
        try
        {
            var boxes = BoxParser.Split(moov);
            if (boxes.Exists(box => box.Type == "mvex" || box.Type == "cmov") || boxes.Find(box => box.Type == "mvhd") is not { Body.IsEmpty: false } header
                || BoxParser.ReadBody(header.Type, header.Body) is not MovieHeaderBox { Timescale: > 0 and var timescale } movie)
            {
                return null;
            }

            var tracks = boxes.Where(box => box.Type == "trak").Select(box => MovieTrackReader.Read(box.Body, timescale)).ToList();
            return tracks.Contains(null) || !tracks.Exists(track => IsPlayed(track!)) ? null : new MovieIndex(tracks!, length, movie.Duration / (double)timescale);
        }
        catch (Exception e) when (e is Mp4Exception or OverflowException)
        {
            return null;
        }
    }

    /// <summary>What every use reads first, and what little text there is (chapters are read at once).</summary>
    public IEnumerable<ByteRange> Opening() => _tracks.SelectMany(track => TextTracks.Contains(track.Handler) ? Chunks(track, 0, track.Offsets.Count - 1) : Opening(track));

    /// <summary>The last packets of each track: how long the very last one is, no table tells.</summary>
    public IEnumerable<ByteRange> Ending() => _tracks.Where(IsPlayed).SelectMany(track => Chunks(track, track.ChunkOf(track.Samples - SamplesBehind), track.Offsets.Count - 1));

    /// <summary>What decoding pictures between two moments reads, seconds from the start of the source.</summary>
    public IEnumerable<ByteRange> Video(double from, double to) => Between("vide", from, to);

    /// <summary>What decoding sound between two moments reads, seconds from the start of the source.</summary>
    /// <remarks>Seeking goes for a key frame of the pictures, and reads sound from there.</remarks>
    public IEnumerable<ByteRange> Audio(double from, double to)
    {
        var zero = Zero;
        var key = from <= 0 ? from : _tracks.Where(track => track.Handler == "vide" && track.Samples > 0).Select(track => track.SecondsOf(track.SyncBefore(track.SampleAt(zero + from - Margin))) - zero).Append(from).Min();
        return Between("soun", key, to);
    }

    private double Zero => _tracks.Where(IsPlayed).Min(track => track.Start);

    private IEnumerable<ByteRange> Between(FourCc handler, double from, double to)
    {
        var zero = Zero;
        foreach (var track in _tracks.Where(track => track.Handler == handler))
        {
            var first = track.SyncBefore(track.SampleAt(zero + from - Margin));
            var last = track.SampleAt(zero + to + Margin) + SamplesBehind;
            foreach (var range in Chunks(track, track.ChunkOf(first), track.ChunkOf(last)))
                yield return range;
        }
    }

    public static bool IsPlayed(MovieTrack track) => track.Handler == "vide" || track.Handler == "soun";

    private IEnumerable<ByteRange> Opening(MovieTrack track)
    {
        long bytes = 0;
        for (var chunk = 0; chunk < track.Offsets.Count && bytes < OpeningBytes && track.SecondsInto(chunk) < OpeningSeconds; chunk++)
        {
            foreach (var range in Chunks(track, chunk, chunk))
            {
                bytes += range.Length;
                yield return range;
            }
        }
    }

    /// <summary>From one chunk to another, both included.</summary>
    private IEnumerable<ByteRange> Chunks(MovieTrack track, int first, int last)
    {
        for (var chunk = first; chunk <= Math.Min(last, track.Offsets.Count - 1); chunk++)
        {
            // Chunks of a file that was cut off lie behind its end.
            if (track.Offsets[chunk] < (ulong)_length)
                yield return new ByteRange((long)track.Offsets[chunk], After((long)track.Offsets[chunk]));
        }
    }

    /// <summary>The next chunk's start, of whatever track.</summary>
    private long After(long start)
    {
        var next = Array.BinarySearch(_starts, start) + 1;
        while (_starts[next] == start)
            next++;
        return _starts[next];
    }
}
