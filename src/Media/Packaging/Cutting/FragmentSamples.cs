using StreamPlatform.Media.Mp4;

namespace StreamPlatform.Media.Packaging.Cutting;

/// <summary>Lists the samples of a moof with their times and places (ISO/IEC 14496-12, 8.8), defaults from trex and tfhd applied.</summary>
internal sealed class FragmentSamples(IReadOnlyList<TrackExtendsBox> defaults)
{
    /// <summary>Most samples in one fragment: over an hour at 60 frames a second.</summary>
    private const int MaxSamples = 1 << 18;

    /// <summary>Most samples without data in one run: neither their fields nor their data back the count.</summary>
    private const int MaxEmpty = 64;

    private readonly Dictionary<uint, long> _nextDecodeTime = [];

    /// <summary>The samples of <paramref name="moof"/>, which starts at <paramref name="moofOffset"/>, in the order of the runs.</summary>
    /// <param name="dataBytes">Most that their data can take, where that is known.</param>
    /// <exception cref="Mp4Exception">Times or places are impossible.</exception>
    public List<SourceSample> List(ContainerBox moof, long moofOffset, long dataBytes = long.MaxValue)
    {
        var claimed = moof.Containers("traf").SelectMany(traf => traf.Children.OfType<TrackRunBox>()).Sum(run => (long)run.Samples.Count);
        if (claimed > MaxSamples) throw new Mp4Exception($"A fragment holds more than {MaxSamples} samples.");
        var samples = new List<SourceSample>();
        var end = moofOffset;
        foreach (var traf in moof.Containers("traf"))
        {
            var header = traf.Need<TrackFragmentHeaderBox>();
            var place = header.BaseDataOffset is { } given ? Whole(given) : header.BaseIsMoof ? moofOffset : end;
            var trackBase = place;
            var time = traf.Find<TrackFragmentDecodeTimeBox>() is { } tfdt ? Whole(tfdt.DecodeTime) : _nextDecodeTime.GetValueOrDefault(header.TrackId);
            foreach (var run in traf.Children.OfType<TrackRunBox>())
            {
                if (run.DataOffset is { } offset) place = trackBase + offset;
                Add(samples, (int)claimed, run, header, dataBytes, ref place, ref time);
            }

            end = place;
            _nextDecodeTime[header.TrackId] = time;
        }

        return samples;
    }

    /// <param name="claimed">Samples of all runs: room is made for them once, with the first run that may be believed.</param>
    private void Add(List<SourceSample> samples, int claimed, TrackRunBox run, TrackFragmentHeaderBox header, long dataBytes, ref long place, ref long time)
    {
        var trex = defaults.FirstOrDefault(box => box.TrackId == header.TrackId);
        var (defaultDuration, defaultSize) = (header.SampleDuration ?? trex?.SampleDuration ?? 0, header.SampleSize ?? trex?.SampleSize ?? 0);
        if (run.Fields == TrackRunFields.None && (defaultSize == 0 ? run.Samples.Count > MaxEmpty : (long)run.Samples.Count * defaultSize > dataBytes))
            throw new Mp4Exception($"A run claims {run.Samples.Count} samples without data for them.");
        samples.EnsureCapacity(claimed);
        var defaultFlags = header.SampleFlags ?? trex?.SampleFlags ?? default;
        for (var i = 0; i < run.Samples.Count; i++)
        {
            var sample = run.Samples[i];
            var duration = run.Fields.HasFlag(TrackRunFields.Duration) ? sample.Duration : defaultDuration;
            var size = run.Fields.HasFlag(TrackRunFields.Size) ? sample.Size : defaultSize;
            var flags = run.Fields.HasFlag(TrackRunFields.Flags) ? sample.Flags : defaultFlags;
            if (i == 0 && run.FirstSampleFlags is { } first) flags = first;
            if (size > int.MaxValue || place < 0) throw new Mp4Exception($"A sample of {size} bytes at {place} is impossible.");
            samples.Add(new SourceSample(header.TrackId, time, duration, sample.CompositionOffset, flags.IsSync, place, (int)size));
            place += size;
            time += duration;
        }
    }

    /// <summary>Times and offsets are kept below 2^62, so that adding a fragment's samples can't overflow.</summary>
    private static long Whole(ulong value) => value < 1UL << 62 ? (long)value : throw new Mp4Exception($"A time or offset of {value} is impossible.");
}
