using StreamPlatform.Media.Mp4;

namespace StreamPlatform.Media.Packaging.Cutting;

/// <summary>A segment as its own bytes tell it. Times in ticks of the track.</summary>
/// <param name="Sequence">mfhd of the first fragment.</param>
/// <param name="Start">tfdt of the first fragment.</param>
/// <param name="DataBytes">Bytes in all mdat bodies.</param>
internal sealed record SegmentContent(uint Sequence, uint TrackId, long Start, IReadOnlyList<SourceSample> Samples, long DataBytes)
{
    private const int MaxFragments = 256;

    /// <summary>Sum of the sample durations.</summary>
    public long Duration => Samples.Sum(sample => (long)sample.Duration);

    /// <summary>Sum of the sample sizes.</summary>
    public long SampleBytes => Samples.Sum(sample => (long)sample.Size);

    /// <summary>
    /// True when the samples, put in presentation order, follow each other without hole or overlap from
    /// <see cref="Start"/> to <see cref="Start"/> + <see cref="Duration"/>: the segment plays on its own, and joins.
    /// </summary>
    public bool Presents()
    {
        var next = Start;
        foreach (var sample in Samples.OrderBy(sample => sample.DecodeTime + sample.CompositionOffset))
        {
            if (sample.DecodeTime + sample.CompositionOffset != next) return false;
            next += sample.Duration;
        }

        return true;
    }

    /// <param name="defaults">trex of the init segment, for segments that rely on it.</param>
    /// <exception cref="Mp4Exception">The bytes are no segment of one track.</exception>
    public static SegmentContent Read(ReadOnlyMemory<byte> bytes, IReadOnlyList<TrackExtendsBox> defaults)
    {
        var fragments = new FragmentSamples(defaults);
        var samples = new List<SourceSample>();
        var (sequence, data, found) = (0u, 0L, false);
        var places = new List<(long Start, long End)>();
        foreach (var (box, start, end) in Boxes(bytes))
        {
            if (box is MediaDataBox media)
            {
                data += media.Data.Length;
                places.Add((end - media.Data.Length, end));
                if (places.Count > MaxFragments) throw new Mp4Exception($"The segment holds more than {MaxFragments} fragments.");
            }
            else if (box is ContainerBox { Type: var type } moof && type == "moof")
            {
                if (!found) sequence = moof.Need<MovieFragmentHeaderBox>().Sequence;
                found = true;
                samples.AddRange(fragments.List(moof, start, bytes.Length));
            }
        }

        if (samples.Count == 0) throw new Mp4Exception("The segment holds no samples.");
        if (samples.Any(sample => sample.TrackId != samples[0].TrackId)) throw new Mp4Exception("The segment holds more than one track.");
        if (samples.Any(sample => !places.Any(place => sample.Offset >= place.Start && sample.Offset + sample.Size <= place.End)))
            throw new Mp4Exception("A sample's data is not in the segment.");
        return new SegmentContent(sequence, samples[0].TrackId, samples[0].DecodeTime, samples, data);
    }

    private static IEnumerable<(Box Box, long Start, long End)> Boxes(ReadOnlyMemory<byte> bytes)
    {
        for (var at = 0; at < bytes.Length;)
        {
            var start = at;
            var box = BoxParser.ReadAt(bytes, ref at);
            yield return (box, start, at);
        }
    }
}
