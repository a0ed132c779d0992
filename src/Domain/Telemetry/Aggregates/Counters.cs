using System.Buffers;
using System.Numerics;
using StreamPlatform.Domain.Telemetry.Sketches;

namespace StreamPlatform.Domain.Telemetry.Aggregates;

/// <summary>A figure for each <see cref="Metric"/>. They add up in any order.</summary>
public sealed class Counters
{
    internal const int Length = (int)Metric.QuarantinedWatchedMs + 1;

    private readonly long[] _figures = new long[Length];

    public long this[Metric metric] => _figures[(int)metric];

    /// <summary>Nothing was counted, or all of it was taken back.</summary>
    public bool IsEmpty => !_figures.AsSpan().ContainsAnyExcept(0);

    internal Span<long> Figures => _figures;

    internal void MergeWith(Counters other)
    {
        for (var i = 0; i < Length; i++)
            _figures[i] += other._figures[i];
    }

    /// <summary>A mask of the figures that aren't 0, then these.</summary>
    internal void Write(IBufferWriter<byte> buffer)
    {
        ulong mask = 0;
        for (var i = 0; i < Length; i++)
            mask |= _figures[i] != 0 ? 1UL << i : 0;
        VariableLength.Write(buffer, (long)mask);
        for (; mask != 0; mask &= mask - 1)
            VariableLength.Write(buffer, _figures[BitOperations.TrailingZeroCount(mask)]);
    }

    /// <exception cref="FormatException">These are no bytes of <see cref="Write"/>.</exception>
    internal static Counters Read(ref ReadOnlySpan<byte> bytes)
    {
        var counters = new Counters();
        var mask = (ulong)VariableLength.Read(ref bytes);
        if (mask >> Length != 0)
            throw new FormatException("There are more figures than this release knows.");
        for (; mask != 0; mask &= mask - 1)
            counters._figures[BitOperations.TrailingZeroCount(mask)] = VariableLength.Read(ref bytes);
        return counters;
    }
}
