using System.Runtime.CompilerServices;
using StreamPlatform.Domain.Telemetry.Aggregates;
using StreamPlatform.Domain.Telemetry.Streams;

namespace StreamPlatform.Domain.Telemetry.Folding;

/// <summary>The figures that flow while a session lasts, each at the place that its <see cref="Metric"/> has.</summary>
[InlineArray(Count)]
internal struct FlowTotals
{
    public const int Count = (int)Metric.Bytes + 1;

    private long _first;

    public static FlowTotals Of(in PlaybackTotals totals)
    {
        var flows = default(FlowTotals);
        flows[(int)Metric.WatchedMs] = totals.WatchedMs;
        flows[(int)Metric.StalledMs] = totals.StalledMs;
        flows[(int)Metric.Stalls] = totals.Stalls;
        flows[(int)Metric.Seeks] = totals.Seeks;
        flows[(int)Metric.BitrateMs] = totals.BitrateMs;
        flows[(int)Metric.DroppedFrames] = totals.DroppedFrames;
        flows[(int)Metric.RungChanges] = totals.RungChanges;
        flows[(int)Metric.DownscaledMs] = totals.DownscaledMs;
        flows[(int)Metric.HiddenMs] = totals.HiddenMs;
        flows[(int)Metric.Bytes] = totals.Bytes;
        return flows;
    }

    /// <summary>Raises each figure to the other's where that is more.</summary>
    /// <returns>Whether any was raised.</returns>
    public bool RaiseTo(in FlowTotals other)
    {
        var raised = false;
        for (var i = 0; i < Count; i++)
        {
            if (other[i] > this[i])
            {
                this[i] = other[i];
                raised = true;
            }
        }

        return raised;
    }
}
