using StreamPlatform.Domain.Telemetry.Aggregates;
using StreamPlatform.Domain.Telemetry.Sketches;

namespace StreamPlatform.Domain.Telemetry.Recounts;

/// <summary>Whether two windows tell the same.</summary>
internal static class WindowEquality
{
    public static bool AreSame(WindowAggregate one, WindowAggregate other) =>
        one.Totals.Figures.SequenceEqual(other.Totals.Figures)
        && BytesOf(one.Startup).SequenceEqual(BytesOf(other.Startup))
        && BytesOf(one.Bitrate).SequenceEqual(BytesOf(other.Bitrate))
        && BytesOf(one.Viewers).SequenceEqual(BytesOf(other.Viewers))
        && BytesOf(one.Lasting).SequenceEqual(BytesOf(other.Lasting))
        && PartsOf(one).SequenceEqual(PartsOf(other))
        && Enum.GetValues<Breakdown>().All(by => AreSame(one.Rows(by), other.Rows(by)));

    /// <summary>Nothing was counted in it, or all was taken back. Sketches of viewers keep who was taken back.</summary>
    public static bool IsEmpty(WindowAggregate window) => AreSame(window, new WindowAggregate(window.Grain, window.Start));

    private static bool AreSame(Dictionary<string, Counters> one, Dictionary<string, Counters> other)
    {
        // Of so many those that came first have rows of their own, and a recount has another order.
        if (Math.Max(one.Count, other.Count) >= WindowAggregate.MaxLabels)
            return true;
        return AreIn(one, other) && AreIn(other, one);
    }

    private static bool AreIn(Dictionary<string, Counters> rows, Dictionary<string, Counters> others) => rows.All(row =>
        row.Value.IsEmpty || (others.TryGetValue(row.Key, out var other) && row.Value.Figures.SequenceEqual(other.Figures)));

    private static ReadOnlySpan<byte> BytesOf(DDSketch sketch) => sketch.IsEmpty ? [] : sketch.ToBytes();

    private static ReadOnlySpan<byte> BytesOf(HyperLogLog sketch) => sketch.IsEmpty ? [] : sketch.ToBytes();

    private static ReadOnlySpan<byte> BytesOf(KMinimumValues sample) => sample.IsEmpty ? [] : sample.ToBytes();

    private static ReadOnlySpan<long> PartsOf(WindowAggregate window) => window.Parts.AsSpan().ContainsAnyExcept(0) ? window.Parts : [];
}
