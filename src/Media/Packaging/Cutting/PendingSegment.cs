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

    /// <summary>Adds a sample, whose data <see cref="Room"/> takes next.</summary>
    /// <exception cref="SegmentDefectException">The segment grows beyond what is granted.</exception>
    public PendingSegment Add(TrackRunSample sample)
    {
        if (sample.Size > MaxBytes - _length) throw new SegmentDefectException("segment.too_large", $"Segment {number} exceeds {MaxBytes} bytes.");
        _samples.Add(sample);
        return this;
    }

    /// <summary>
    /// Where the next of <paramref name="wanted"/> bytes go, as many of them as fit: room grows with the data that comes, not
    /// with what a sample claims to hold.
    /// </summary>
    public Memory<byte> Room(int wanted)
    {
        if (_length == _data.Length) Array.Resize(ref _data, Math.Min(MaxBytes, _data.Length * 2));
        var room = _data.AsMemory(_length, Math.Min(wanted, _data.Length - _length));
        _length += room.Length;
        return room;
    }

    /// <summary>Takes the next data in.</summary>
    public void Append(ReadOnlySpan<byte> data)
    {
        while (data.Length > 0)
        {
            var room = Room(data.Length);
            data[..room.Length].CopyTo(room.Span);
            data = data[room.Length..];
        }
    }

    /// <summary>Sets the duration of the last sample, once it is known to be the last of the track.</summary>
    public void EndWith(uint lastDuration) => _samples[^1] = _samples[^1] with { Duration = lastDuration };

    /// <summary>Takes in all samples of the segment that would have followed.</summary>
    public void Absorb(PendingSegment next)
    {
        foreach (var sample in next._samples)
            Add(sample);
        Append(next.Data);
    }
}
