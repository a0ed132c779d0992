using StreamPlatform.Media.Probing;

namespace StreamPlatform.Media.Sources;

/// <summary>
/// Which bytes of a Matroska or WebM file (RFC 9559) a use of it reads, told by its cues: pictures and sound lie together
/// in clusters, and each cue names a key frame's time and cluster.
/// </summary>
internal sealed class MatroskaIndex : ISourceIndex
{
    /// <summary>
    /// What opening a file reads of its clusters at most, and up to which moment (libavformat's probesize and
    /// max_analyze_duration, 5 MB and 5 s, with room to spare).
    /// </summary>
    private const long OpeningBytes = 6_000_000;

    private const double OpeningSeconds = 8;

    /// <summary>Seconds around a span: seeking goes for an earlier moment, decoders and filters look ahead.</summary>
    private const double Margin = 2;

    /// <summary>And cues behind it, where pictures are seconds apart: what is decoded ends within the cluster before the last.</summary>
    private const int CuesBehind = 2;

    private readonly List<ByteRange> _headers;
    private readonly long _clusters;
    private readonly long _length;
    private readonly double _zero;
    private readonly List<MatroskaCue> _cues;

    private MatroskaIndex(MatroskaLayout layout, long length)
    {
        (_headers, _clusters, _length, _zero, ClaimedSeconds) = ([.. layout.Headers], layout.Clusters, length, layout.StartSeconds, layout.ClaimedSeconds);
        _cues = [.. layout.Cues.OrderBy(cue => cue.Seconds).ThenBy(cue => cue.Cluster)];
    }

    public bool TellsPackets => false;

    public bool TellsEnds => true;

    public double ClaimedSeconds { get; }

    /// <summary>Null when it is another kind of file, or has no cues of its pictures.</summary>
    public static async Task<MatroskaIndex?> ReadAsync(MovieLayout.Reader read, long length) =>
        await MatroskaLayout.ReadAsync(read, length) is { Cues.Count: > 0 } layout
            ? new MatroskaIndex(layout, length)
            : null;

    public IEnumerable<ByteRange> Opening()
    {
        var open = Video(0, OpeningSeconds).Single().End;
        return [.. _headers, new ByteRange(_clusters, Math.Min(open, After(_clusters + OpeningBytes)))];
    }

    /// <summary>No table tells of packets: both spans that are looked at, each from a key frame on. Players of the file may count its end from the first packet or from zero.</summary>
    public IEnumerable<ByteRange> Ending() =>
        [.. Video(0, Scan.WindowSeconds), .. Video(_cues[^1].Seconds - (2 * _zero) - Scan.TailSeconds, double.PositiveInfinity)];

    public IEnumerable<ByteRange> Video(double from, double to)
    {
        var (first, last) = (_zero + from - Margin, _zero + to + Margin);

        // Each track of pictures has key frames of its own.
        var start = _cues.GroupBy(cue => cue.Track).Min(track => track.LastOrDefault(cue => cue.Seconds <= first)?.Cluster ?? _clusters);
        var end = _cues.Where(cue => cue.Seconds > last && cue.Cluster > start).Skip(CuesBehind - 1).FirstOrDefault()?.Cluster;
        return [new ByteRange(start, end is { } cluster ? After(cluster) : _length)];
    }

    public IEnumerable<ByteRange> Audio(double from, double to) => Video(from, to);

    /// <summary>The next cluster that a cue names: whole clusters are fetched, since a half one reads as damage.</summary>
    private long After(long offset) => _cues.Select(cue => cue.Cluster).Where(cluster => cluster > offset).DefaultIfEmpty(_length).Min();
}

/// <summary>A key frame of a track of pictures: when it is shown by the file's clock, and where its cluster begins.</summary>
internal sealed record MatroskaCue(ulong Track, double Seconds, long Cluster);
