using System.Buffers.Binary;
using System.Numerics;

namespace StreamPlatform.Domain.Telemetry.Sketches;

/// <summary>
/// About how many different things were added: HyperLogLog with 2^14 registers on 64-bit hashes (Flajolet et al. 2007; Heule et
/// al. 2013), estimated as in Ertl, "New cardinality estimation algorithms for HyperLogLog sketches" (2017, section 4), which
/// needs no correction tables. The standard error is 1.04/√2^14 = 0.81 %. Adding and merging in any order, any number of times,
/// gives the same sketch. Not safe for several threads.
/// </summary>
public sealed class HyperLogLog
{
    private const byte SparseFormat = 1;
    private const byte DenseFormat = 2;
    private const int Precision = 14;
    private const int Registers = 1 << Precision;

    /// <summary>The highest rank: that of a hash whose remaining bits are all zero.</summary>
    private const int HighestRank = 64 - Precision + 1;

    private const int RankBits = 6;

    /// <summary>Above so many registers in use the dense form is about as small, and faster.</summary>
    private const int MostSparse = 2048;

    /// <summary>Sorted <c>register &lt;&lt; 6 | rank</c> while few registers are in use; empty afterwards.</summary>
    private uint[] _sparse = [];
    private int _sparseCount;
    private byte[]? _dense;

    public bool IsEmpty => _dense is null && _sparseCount == 0;

    /// <summary>Adds a thing.</summary>
    /// <param name="id">Different of different things; it is mixed here, so a number in a row will do.</param>
    /// <returns>Whether the sketch changed.</returns>
    public bool Add(ulong id)
    {
        var hash = SplitMix64.Mix(id);
        var rank = BitOperations.LeadingZeroCount((hash << Precision) | (1UL << (Precision - 1))) + 1;
        return Raise((int)(hash >> (64 - Precision)), rank);
    }

    /// <summary>Adds all that was added to another.</summary>
    public void MergeWith(HyperLogLog other)
    {
        if (other._dense is not null)
        {
            var mine = Densify();
            for (var register = 0; register < Registers; register++)
                mine[register] = Math.Max(mine[register], other._dense[register]);
            return;
        }

        foreach (var entry in other._sparse.AsSpan(0, other._sparseCount))
            Raise((int)(entry >> RankBits), (int)(entry & ((1 << RankBits) - 1)));
    }

    /// <summary>How many different things were added, about.</summary>
    public long Estimate()
    {
        if (IsEmpty)
            return 0;

        Span<int> counts = stackalloc int[HighestRank + 1];
        CountRanks(counts);
        double z = Registers * Tau((Registers - counts[HighestRank]) / (double)Registers);
        for (var rank = HighestRank - 1; rank >= 1; rank--)
            z = 0.5 * (z + counts[rank]);
        z += Registers * Sigma(counts[0] / (double)Registers);
        const double alpha = 0.5 / 0.693147180559945309417232; // 1 / (2 ln 2)
        return (long)Math.Round(alpha * Registers * Registers / z);
    }

    /// <summary>The same bytes of the same contents: a format byte, then two bytes and a half an entry or six bits a register.</summary>
    public byte[] ToBytes() => _dense is null ? SparseBytes() : DenseBytes();

    /// <exception cref="FormatException">These are no bytes of <see cref="ToBytes"/>.</exception>
    public static HyperLogLog FromBytes(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [SparseFormat, .. var entries] when entries.Length % 3 == 0 && entries.Length <= 3 * MostSparse => FromEntries(entries),
        [DenseFormat, .. var packed] when packed.Length == Registers * RankBits / 8 => FromPacked(packed),
        _ => throw new FormatException("These bytes are no HyperLogLog sketch."),
    };

    private bool Raise(int register, int rank)
    {
        if (_dense is not null)
        {
            if (_dense[register] >= rank)
                return false;
            _dense[register] = (byte)rank;
            return true;
        }

        var at = _sparse.AsSpan(0, _sparseCount).BinarySearch((uint)register << RankBits);
        at = at < 0 ? ~at : at;
        var entry = ((uint)register << RankBits) | (uint)rank;
        if (at < _sparseCount && _sparse[at] >> RankBits == register)
        {
            if (_sparse[at] >= entry)
                return false;
            _sparse[at] = entry;
            return true;
        }

        if (_sparseCount == MostSparse)
        {
            Densify()[register] = (byte)rank;
            return true;
        }

        Insert(at, entry);
        return true;
    }

    private void Insert(int at, uint entry)
    {
        if (_sparseCount == _sparse.Length)
            Array.Resize(ref _sparse, Math.Max(4, _sparse.Length * 2));
        Array.Copy(_sparse, at, _sparse, at + 1, _sparseCount - at);
        _sparse[at] = entry;
        _sparseCount++;
    }

    private byte[] Densify()
    {
        if (_dense is not null)
            return _dense;
        _dense = new byte[Registers];
        foreach (var entry in _sparse.AsSpan(0, _sparseCount))
            _dense[entry >> RankBits] = (byte)(entry & ((1 << RankBits) - 1));
        (_sparse, _sparseCount) = ([], 0);
        return _dense;
    }

    private void CountRanks(Span<int> counts)
    {
        if (_dense is not null)
        {
            foreach (var rank in _dense)
                counts[rank]++;
            return;
        }

        foreach (var entry in _sparse.AsSpan(0, _sparseCount))
            counts[(int)(entry & ((1 << RankBits) - 1))]++;
        counts[0] = Registers - _sparseCount;
    }

    private byte[] SparseBytes()
    {
        var bytes = new byte[1 + (3 * _sparseCount)];
        bytes[0] = SparseFormat;
        for (var i = 0; i < _sparseCount; i++)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(1 + (3 * i)), (ushort)_sparse[i]);
            bytes[3 + (3 * i)] = (byte)(_sparse[i] >> 16);
        }

        return bytes;
    }

    private static HyperLogLog FromEntries(ReadOnlySpan<byte> entries)
    {
        var sketch = new HyperLogLog();
        for (var i = 0; i < entries.Length; i += 3)
        {
            var entry = BinaryPrimitives.ReadUInt16LittleEndian(entries[i..]) | ((uint)entries[i + 2] << 16);
            var (register, rank) = ((int)(entry >> RankBits), (int)(entry & ((1 << RankBits) - 1)));
            if (register >= Registers || rank is 0 or > HighestRank)
                throw new FormatException("These bytes are no HyperLogLog sketch.");
            sketch.Raise(register, rank);
        }

        return sketch;
    }

    private byte[] DenseBytes()
    {
        var bytes = new byte[1 + (Registers * RankBits / 8)];
        bytes[0] = DenseFormat;
        for (int register = 0, at = 1; register < Registers; register += 4, at += 3)
        {
            var four = _dense![register] | (_dense[register + 1] << 6) | (_dense[register + 2] << 12) | (_dense[register + 3] << 18);
            (bytes[at], bytes[at + 1], bytes[at + 2]) = ((byte)four, (byte)(four >> 8), (byte)(four >> 16));
        }

        return bytes;
    }

    private static HyperLogLog FromPacked(ReadOnlySpan<byte> packed)
    {
        var dense = new byte[Registers];
        for (int register = 0, at = 0; register < Registers; register += 4, at += 3)
        {
            var four = packed[at] | (packed[at + 1] << 8) | (packed[at + 2] << 16);
            for (var i = 0; i < 4; i++)
                dense[register + i] = (byte)Math.Min((four >> (RankBits * i)) & ((1 << RankBits) - 1), HighestRank);
        }

        return new HyperLogLog { _dense = dense };
    }

    private static double Sigma(double x)
    {
        if (x == 1)
            return double.PositiveInfinity;
        double y = 1, z = x, before;
        do
        {
            x *= x;
            before = z;
            z += x * y;
            y += y;
        }
        while (z != before);
        return z;
    }

    private static double Tau(double x)
    {
        if (x is 0 or 1)
            return 0;
        double y = 1, z = 1 - x, before;
        do
        {
            x = Math.Sqrt(x);
            before = z;
            y *= 0.5;
            z -= (1 - x) * (1 - x) * y;
        }
        while (z != before);
        return z / 3;
    }
}
