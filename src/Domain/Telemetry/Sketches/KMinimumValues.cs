using System.Buffers;

namespace StreamPlatform.Domain.Telemetry.Sketches;

/// <summary>
/// A sample of different things by their hashes: the <see cref="Size"/> smallest of 48 bits (k minimum values; Bar-Yossef et al.
/// 2002, Beyer et al. 2007). What is sampled of one set is sampled of every other that it is in, as far as both go, so that how much
/// two sets share is counted rather than estimated from three sizes, as it would have to be with HyperLogLog. Sets of fewer things are
/// there whole. Adding and merging in any order, any number of times, gives the same sample. Not safe for several threads.
/// </summary>
public sealed class KMinimumValues
{
    /// <summary>A share of 40 % of so many is within 1.5 points in 95 of 100 cases.</summary>
    public const int Size = 4096;

    private const byte Format = 1;
    private const ulong End = 1UL << 48;

    /// <summary>Sorted, each once.</summary>
    private ulong[] _values = [];
    private int _count;

    public bool IsEmpty => _count == 0;

    /// <summary>All that was added is in it.</summary>
    public bool IsWhole => _count < Size;

    /// <summary>Hashes below it are there if they were added.</summary>
    private ulong Limit => IsWhole ? End : _values[_count - 1];

    /// <summary>Adds a thing.</summary>
    /// <param name="id">Different of different things; it is mixed here.</param>
    public void Add(ulong id) => Insert(SplitMix64.Mix(id) >> 16);

    /// <summary>Adds all that was added to another.</summary>
    public void MergeWith(KMinimumValues other)
    {
        foreach (var value in other._values.AsSpan(0, other._count))
            Insert(value);
    }

    /// <summary>How many different things were added: exactly while all are in it, else about, with a standard error of 1.6 %.</summary>
    public long Estimate() => IsWhole ? _count : (long)Math.Round((Size - 1) * (double)End / Limit);

    /// <summary>How many of the things that are sampled of both this is, and how many of them were added to the other too.</summary>
    public (int Of, int Shared) SharedWith(KMinimumValues other)
    {
        var limit = Math.Min(Limit, other.Limit);
        var (mine, theirs, of, shared) = (0, 0, 0, 0);
        for (; mine < _count && _values[mine] < limit; mine++, of++)
        {
            while (theirs < other._count && other._values[theirs] < _values[mine])
                theirs++;
            if (theirs < other._count && other._values[theirs] == _values[mine])
                shared++;
        }

        return (of, shared);
    }

    /// <summary>The same bytes of the same contents: a format byte, then the distance of each hash from the one before.</summary>
    public byte[] ToBytes()
    {
        var buffer = new ArrayBufferWriter<byte>(1 + (6 * _count));
        buffer.Write([Format]);
        var before = 0UL;
        foreach (var value in _values.AsSpan(0, _count))
        {
            VariableLength.Write(buffer, (long)(value - before));
            before = value;
        }

        return buffer.WrittenSpan.ToArray();
    }

    /// <exception cref="FormatException">These are no bytes of <see cref="ToBytes"/>.</exception>
    public static KMinimumValues FromBytes(ReadOnlySpan<byte> bytes)
    {
        if (bytes is not [Format, .. var rest])
            throw new FormatException("These bytes are no sample.");
        var sample = new KMinimumValues { _values = new ulong[Math.Min(Size, rest.Length)] };
        for (var value = 0UL; !rest.IsEmpty; sample._values[sample._count++] = value)
        {
            var distance = VariableLength.Read(ref rest);
            value += (ulong)distance;
            if (distance < 0 || value >= End || sample._count >= Size || (distance == 0 && sample._count > 0))
                throw new FormatException("These bytes are no sample.");
        }

        return sample;
    }

    private void Insert(ulong value)
    {
        if (_count == Size && value >= _values[_count - 1])
            return;
        var at = _values.AsSpan(0, _count).BinarySearch(value);
        if (at >= 0)
            return;
        at = ~at;
        if (_count == _values.Length && _count < Size)
            Array.Resize(ref _values, Math.Min(Size, Math.Max(4, _count * 2)));
        _count = Math.Min(Size, _count + 1);
        Array.Copy(_values, at, _values, at + 1, _count - 1 - at);
        _values[at] = value;
    }
}
