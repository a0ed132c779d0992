namespace StreamPlatform.Media.Pictures;

/// <summary>The lowest and the highest sample of each stretch of sound; of a source longer than it claimed, its beginning.</summary>
internal sealed class Peaks(int samplesPerPoint, int mostPoints)
{
    private readonly List<(short Low, short High)> _points = [];
    private int _samples;

    public int SamplesPerPoint => samplesPerPoint;

    public int Count => _points.Count;

    public IReadOnlyList<(short Low, short High)> Points => _points;

    public void Add(short sample)
    {
        if (_samples % samplesPerPoint == 0)
        {
            if (_points.Count == mostPoints)
                return;
            _points.Add((sample, sample));
        }

        _samples++;
        var (low, high) = _points[^1];
        _points[^1] = (Math.Min(low, sample), Math.Max(high, sample));
    }

    /// <summary>The loudest between two parts of the whole, 0 to 1.</summary>
    public double Loudest(double from, double to)
    {
        var first = Math.Min((int)(from * Count), Count - 1);
        var last = Math.Clamp((int)(to * Count) - 1, first, Count - 1);
        var loudest = 0;
        for (var i = first; i <= last; i++)
            loudest = Math.Max(loudest, Math.Max(-_points[i].Low, (int)_points[i].High));
        return loudest / 32768.0;
    }
}
