using System.Buffers.Binary;
using StreamPlatform.Media.Mp4;

namespace StreamPlatform.Media.Sources;

/// <summary>Where the key frames of one video track are, told by the tables of an MP4 or MOV file, and what is needed to decode them.</summary>
internal sealed class KeyFrameIndex
{
    /// <summary>Bytes of one picture; 8K ProRes stays below.</summary>
    private const int MaxFrameBytes = 64 << 20;

    /// <summary>Bytes of all that are asked for together; the rest is left out.</summary>
    private const long MaxBytes = 1L << 30;

    /// <summary>Samples before the one looked for in its chunk; real chunks hold a second or so.</summary>
    private const int MaxSteps = 100_000;

    private readonly MovieTrack _track;
    private readonly ReadOnlyMemory<byte> _sizes;
    private readonly double _firstOffset;
    private readonly double _zero;
    private readonly long _length;

    private KeyFrameIndex(MovieTrack track, ReadOnlyMemory<byte> sizes, double firstOffset, double zero, long length) =>
        (_track, _sizes, _firstOffset, _zero, _length) = (track, sizes, firstOffset, zero, length);

    /// <summary>Body of the track's box.</summary>
    public required ReadOnlyMemory<byte> Track { get; init; }

    /// <summary>Null when the tables don't say, or the track changes its codec on the way.</summary>
    /// <param name="movie">Body of moov.</param>
    /// <param name="stream">Zero-based number of the track.</param>
    /// <param name="length">Bytes of the file.</param>
    public static KeyFrameIndex? Read(ReadOnlyMemory<byte> movie, int stream, long length)
    {
        try
        {
            var boxes = BoxParser.Split(movie);
            if (boxes.Find(box => box.Type == "mvhd") is not { Body.IsEmpty: false } header || BoxParser.ReadBody("mvhd", header.Body) is not MovieHeaderBox { Timescale: > 0 and var timescale })
                return null;
            var bodies = boxes.Where(box => box.Type == "trak").Select(box => box.Body).ToList();
            var tracks = bodies.ConvertAll(body => MovieTrackReader.Read(body, timescale));
            if (stream >= tracks.Count || tracks[stream] is not { Samples: > 0 } track || track.Handler != "vide" || tracks.Contains(null))
                return null;
            var tables = Tables(bodies[stream]);
            if (Find(tables, "stsz") is not { Length: >= 12 } sizes || Find(tables, "stsd") is not { Length: >= 8 } descriptions || BinaryPrimitives.ReadUInt32BigEndian(descriptions.Span[4..]) != 1)
                return null;
            var offset = Find(tables, "ctts") is { Length: >= 16 } offsets ? BinaryPrimitives.ReadInt32BigEndian(offsets.Span[12..]) : 0;
            var zero = tracks.Where(MovieIndex.IsPlayed!).Min(played => played!.Start);
            return new KeyFrameIndex(track, sizes, (double)offset / track.Timescale, zero, length) { Track = bodies[stream] };
        }
        catch (Exception e) when (e is Mp4Exception or OverflowException)
        {
            return null;
        }
    }

    /// <summary>The key frames at or before these moments, each once, in order.</summary>
    public List<KeyFrame> Find(IEnumerable<double> moments)
    {
        var frames = new List<KeyFrame>();
        var bytes = 0L;
        foreach (var sample in moments.Select(moment => _track.SyncBefore(_track.SampleAt(_zero + moment - _firstOffset))).Distinct().Order())
        {
            // Two in a millisecond, or one that was cut off: no loss.
            if (PlaceOf(sample) is not { } place || place.End > _length)
                continue;
            var shown = Math.Max(0, (long)Math.Round((_track.SecondsOf(sample) + _firstOffset - _zero) * 1000));
            if (frames.Count > 0 && shown <= frames[^1].Milliseconds)
                continue;
            if ((bytes += place.Length) > MaxBytes)
                break;
            frames.Add(new KeyFrame(shown, place));
        }

        return frames;
    }

    public static List<(FourCc Type, ReadOnlyMemory<byte> Body)> Tables(ReadOnlyMemory<byte> track) => BoxParser.Split(Need(BoxParser.Split(Need(BoxParser.Split(Need(BoxParser.Split(track), "mdia")), "minf")), "stbl"));

    public static ReadOnlyMemory<byte> Need(List<(FourCc Type, ReadOnlyMemory<byte> Body)> boxes, FourCc type) =>
        Find(boxes, type) ?? throw new Mp4Exception($"{type} is missing.");

    private static ReadOnlyMemory<byte>? Find(List<(FourCc Type, ReadOnlyMemory<byte> Body)> boxes, FourCc type)
    {
        var found = boxes.FindIndex(box => box.Type == type);
        return found < 0 ? null : boxes[found].Body;
    }

    private ByteRange? PlaceOf(long sample)
    {
        if (_track.Offsets.Count == 0)
            return null;
        var chunk = _track.ChunkOf(sample);
        var offset = _track.Offsets[chunk];
        if (sample - _track.FirstSampleOf(chunk) > MaxSteps)
            return null;
        for (var before = _track.FirstSampleOf(chunk); before < sample; before++)
            offset += (ulong)SizeOf(before);
        var size = SizeOf(sample);
        return size is > 0 and <= MaxFrameBytes && offset < (ulong)_length ? new ByteRange((long)offset, (long)offset + size) : null;
    }

    /// <summary>stsz (ISO/IEC 14496-12, 8.7.3): one size for all, or one each.</summary>
    private long SizeOf(long sample)
    {
        var span = _sizes.Span;
        var same = BinaryPrimitives.ReadUInt32BigEndian(span[4..]);
        var at = 12 + (sample * 4);
        return same != 0 ? same : at + 4 <= span.Length ? BinaryPrimitives.ReadUInt32BigEndian(span[(int)at..]) : 0;
    }
}
