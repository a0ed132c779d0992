using StreamPlatform.Media.Mp4;

namespace StreamPlatform.Media.Sources;

/// <summary>Which sample a moment belongs to: a track's decoding times, summed up.</summary>
internal sealed class SampleTimes
{
    private readonly IReadOnlyList<TimeToSampleEntry> _runs;
    private readonly long[] _samples;
    private readonly long[] _ticks;

    public SampleTimes(TimeToSampleBox box)
    {
        _runs = box.Entries;
        _samples = new long[_runs.Count + 1];
        _ticks = new long[_runs.Count + 1];
        for (var i = 0; i < _runs.Count; i++)
        {
            _samples[i + 1] = _samples[i] + _runs[i].Count;
            _ticks[i + 1] = checked(_ticks[i] + (long)_runs[i].Count * _runs[i].Duration);
        }
    }

    /// <summary>Number of samples.</summary>
    public long Count => _samples[^1];

    /// <summary>Zero-based number of the sample that is decoded at <paramref name="tick"/>; the nearest there is.</summary>
    public long SampleAt(double tick)
    {
        if (Count == 0 || tick <= 0)
            return 0;
        if (tick >= _ticks[^1])
            return Count - 1;
        var run = Last(_ticks, (long)tick);
        return Math.Min(_samples[run] + ((long)tick - _ticks[run]) / Math.Max(_runs[run].Duration, 1), Count - 1);
    }

    /// <summary>When a sample is decoded, in ticks.</summary>
    public long TickOf(long sample)
    {
        if (_runs.Count == 0)
            return 0;
        var run = Last(_samples, Math.Clamp(sample, 0, Math.Max(0, Count - 1)));
        return _ticks[run] + (sample - _samples[run]) * _runs[run].Duration;
    }

    /// <summary>The last run that begins at or before <paramref name="value"/>.</summary>
    private int Last(long[] starts, long value)
    {
        var found = Array.BinarySearch(starts, 0, _runs.Count, value);
        if (found < 0)
            return Math.Max(0, ~found - 1);
        while (found + 1 < _runs.Count && starts[found + 1] == value)
            found++;
        return found;
    }
}
