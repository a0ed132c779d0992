using StreamPlatform.Media.Mp4;

namespace StreamPlatform.Media.Sources;

/// <summary>A track of an MP4 or MOV file, as far as it tells which chunks a span of time is in.</summary>
/// <param name="handler">hdlr: <c>vide</c>, <c>soun</c>, …</param>
/// <param name="codec">Type of the sample entry; <c>mp4a</c> only when it is AAC.</param>
/// <param name="timescale">Ticks a second.</param>
/// <param name="shift">Seconds to add to decoding times to get the movie's, from the edit list.</param>
/// <param name="offsets">Where each chunk begins.</param>
/// <param name="firstSamples">Zero-based number of each chunk's first sample.</param>
/// <param name="syncSamples">Rising, from 1; null when every sample is one.</param>
internal sealed class MovieTrack(
    FourCc handler, FourCc codec, uint timescale, double shift, SampleTimes times, IReadOnlyList<ulong> offsets, long[] firstSamples, IReadOnlyList<uint>? syncSamples)
{
    public FourCc Handler => handler;

    public FourCc Codec => codec;

    public IReadOnlyList<ulong> Offsets => offsets;

    public long Samples => times.Count;

    /// <summary>When its first sample is shown, in the movie's seconds; edits may cut off what comes before 0.</summary>
    public double Start => Math.Max(0, shift);

    /// <summary>Number of the chunk that the sample is in.</summary>
    public int ChunkOf(long sample)
    {
        var found = Array.BinarySearch(firstSamples, sample);
        return Math.Clamp(found >= 0 ? found : ~found - 1, 0, Math.Max(0, offsets.Count - 1));
    }

    /// <summary>Zero-based number of the chunk's first sample.</summary>
    public long FirstSampleOf(int chunk) => firstSamples[chunk];

    /// <summary>When a sample is decoded, in the movie's seconds.</summary>
    public double SecondsOf(long sample) => ((double)times.TickOf(sample) / timescale) + shift;

    public uint Timescale => timescale;

    /// <summary>Seconds from the track's first sample to the first of a chunk.</summary>
    public double SecondsInto(int chunk) => (double)times.TickOf(firstSamples[chunk]) / timescale;

    /// <summary>The sample decoded at this time of the movie.</summary>
    public long SampleAt(double seconds) => times.SampleAt((seconds - shift) * timescale);

    /// <summary>The sample to start decoding at in order to have <paramref name="sample"/>.</summary>
    public long SyncBefore(long sample)
    {
        if (syncSamples is null || syncSamples.Count == 0)
            return syncSamples is null ? sample : 0;
        int low = 0, high = syncSamples.Count - 1;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (syncSamples[middle] - 1 <= sample)
                low = middle;
            else
                high = middle - 1;
        }

        return syncSamples[low] - 1 <= sample ? syncSamples[low] - 1 : 0;
    }
}
