using System.Buffers;

namespace StreamPlatform.Domain.Telemetry.Sketches;

/// <summary>
/// Quantiles within 1 % of their value, of any number of values from 0 on: DDSketch with logarithmic buckets (Masson, Rim, Lee:
/// "DDSketch: a fast and fully-mergeable quantile sketch with relative-error guarantees", VLDB 2019). What was added can be
/// taken away again exactly. Merging in any order gives the same sketch. Not safe for several threads.
/// </summary>
public sealed class DDSketch
{
    /// <summary>A quantile is told within this share of it.</summary>
    public const double RelativeAccuracy = 0.01;

    /// <summary>What is smaller counts as 0.</summary>
    public const double Least = 1e-3;

    /// <summary>What is larger counts as this much, so that a sketch never has more than some 1,500 buckets.</summary>
    public const double Most = 1e10;

    private const byte Format = 1;
    private const double Gamma = (1 + RelativeAccuracy) / (1 - RelativeAccuracy);

    private static readonly double PerLogarithm = 1 / Math.Log(Gamma);
    private static readonly int LowestKey = KeyOf(Least);
    private static readonly int HighestKey = KeyOf(Most);

    private long[] _counts = [];
    private int _firstKey;
    private long _zeros;

    /// <summary>How many values are in it.</summary>
    public long Count { get; private set; }

    public bool IsEmpty => Count == 0;

    /// <summary>Adds a value, or takes it away with a <paramref name="count"/> below 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 0 or no number.</exception>
    public void Add(double value, long count = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        if (double.IsNaN(value))
            throw new ArgumentOutOfRangeException(nameof(value), "Not a number.");
        Count += count;
        if (value < Least)
            _zeros += count;
        else
            Bucket(KeyOf(Math.Min(value, Most))) += count;
    }

    /// <summary>Adds all that was added to another.</summary>
    public void MergeWith(DDSketch other)
    {
        Count += other.Count;
        _zeros += other._zeros;
        for (var i = 0; i < other._counts.Length; i++)
        {
            if (other._counts[i] != 0)
                Bucket(other._firstKey + i) += other._counts[i];
        }
    }

    /// <summary>The value that a share of all values lies at or below: 0.5 is the median. NaN when there is none.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The share is not from 0 to 1.</exception>
    public double Quantile(double share)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(share);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(share, 1);
        if (Count <= 0)
            return double.NaN;

        var rank = share * (Count - 1);
        double before = _zeros;
        if (before > rank)
            return 0;
        for (var i = 0; i < _counts.Length; i++)
        {
            before += _counts[i];
            if (before > rank)
                return ValueOf(_firstKey + i);
        }

        return _counts.Length == 0 ? 0 : ValueOf(_firstKey + _counts.Length - 1);
    }

    /// <summary>The same bytes of the same contents: a format byte, the zeros, then the distance to the next bucket in use and its count, as variable-length numbers.</summary>
    public byte[] ToBytes()
    {
        var buffer = new ArrayBufferWriter<byte>(64);
        buffer.Write([Format]);
        VariableLength.Write(buffer, _zeros);
        var previous = LowestKey;
        for (var i = 0; i < _counts.Length; i++)
        {
            if (_counts[i] == 0)
                continue;
            VariableLength.Write(buffer, _firstKey + i - previous);
            VariableLength.Write(buffer, _counts[i]);
            previous = _firstKey + i;
        }

        return buffer.WrittenSpan.ToArray();
    }

    /// <exception cref="FormatException">These are no bytes of <see cref="ToBytes"/>.</exception>
    public static DDSketch FromBytes(ReadOnlySpan<byte> bytes)
    {
        if (bytes is not [Format, ..])
            throw new FormatException("These bytes are no DDSketch.");
        bytes = bytes[1..];
        var sketch = new DDSketch();
        sketch.Count = sketch._zeros = VariableLength.Read(ref bytes);
        long key = LowestKey;
        while (!bytes.IsEmpty)
        {
            key += VariableLength.Read(ref bytes);
            if (key < LowestKey || key > HighestKey)
                throw new FormatException("These bytes are no DDSketch.");
            var count = VariableLength.Read(ref bytes);
            sketch.Bucket((int)key) += count;
            sketch.Count += count;
        }

        return sketch;
    }

    private static int KeyOf(double value) => (int)Math.Ceiling(Math.Log(value) * PerLogarithm);

    /// <summary>The value that is equally far, as a share, from both ends of a bucket.</summary>
    private static double ValueOf(int key) => Math.Exp(key / PerLogarithm) * 2 / (1 + Gamma);

    private ref long Bucket(int key)
    {
        if (_counts.Length == 0)
            (_firstKey, _counts) = (key, new long[1]);
        else if (key < _firstKey)
            Grow(Math.Max(LowestKey, Math.Min(key, _firstKey - _counts.Length)), _firstKey + _counts.Length - 1);
        else if (key >= _firstKey + _counts.Length)
            Grow(_firstKey, Math.Min(HighestKey, Math.Max(key, _firstKey + (2 * _counts.Length))));
        return ref _counts[key - _firstKey];
    }

    private void Grow(int first, int last)
    {
        var grown = new long[last - first + 1];
        _counts.CopyTo(grown, _firstKey - first);
        (_firstKey, _counts) = (first, grown);
    }
}
