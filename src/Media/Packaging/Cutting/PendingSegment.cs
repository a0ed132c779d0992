using StreamPlatform.Media.Mp4;

namespace StreamPlatform.Media.Packaging.Cutting;

/// <summary>A segment being filled: its samples and their data.</summary>
internal sealed class PendingSegment(long number, long start)
{
    /// <summary>Largest segment accepted: 8 seconds at 250 Mbps.</summary>
    public const int MaxBytes = 256 << 20;

    private readonly List<TrackRunSample> _samples = [];
    private byte[] _data = new byte[64 << 10];
    private int _length;

    public long Number => number;

    /// <summary>Decode time of the first sample, ticks.</summary>
    public long Start => start;

    public IReadOnlyList<TrackRunSample> Samples => _samples;

    public ReadOnlySpan<byte> Data => _data.AsSpan(0, _length);

    public long Duration => _samples.Sum(sample => (long)sample.Duration);

    /// <summary>Adds a sample; the caller fills its data in.</summary>
    /// <exception cref="SegmentDefectException">The segment grows beyond what is granted.</exception>
    public Memory<byte> Add(TrackRunSample sample)
    {
        if (sample.Size > MaxBytes - _length) throw new SegmentDefectException("segment.too_large", $"Segment {number} exceeds {MaxBytes} bytes.");
        var end = _length + (int)sample.Size;
        if (end > _data.Length) Array.Resize(ref _data, Math.Max(end, Math.Min(MaxBytes, _data.Length * 2)));
        var room = _data.AsMemory(_length, (int)sample.Size);
        _samples.Add(sample);
        _length = end;
        return room;
    }

    /// <summary>Sets the duration of the last sample, once it is known to be the last of the track.</summary>
    public void EndWith(uint lastDuration) => _samples[^1] = _samples[^1] with { Duration = lastDuration };

    /// <summary>Takes in all samples of the segment that would have followed.</summary>
    public void Absorb(PendingSegment next)
    {
        var from = 0;
        foreach (var sample in next._samples)
        {
            next._data.AsMemory(from, (int)sample.Size).CopyTo(Add(sample));
            from += (int)sample.Size;
        }
    }
}
