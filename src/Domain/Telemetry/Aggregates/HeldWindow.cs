using StreamPlatform.Domain.Telemetry.Folding;
using StreamPlatform.Domain.Telemetry.Sessions;

namespace StreamPlatform.Domain.Telemetry.Aggregates;

/// <summary>A window of a shard in memory.</summary>
/// <param name="start">Its first minute, since 1970.</param>
/// <param name="counted">The last sequence number that was counted in it when it was loaded, which a write in steps may have taken beyond the shard's watermark.</param>
internal sealed class HeldWindow(Grain grain, int start, WindowAggregate window, long counted)
{
    private readonly long _before = counted;

    public string Id { get; } = Windows.IdOf(grain, start);

    public DateTimeOffset? ExpiresAt => Windows.ExpiryOf(grain, start);

    public WindowAggregate Window => window;

    /// <summary>The last sequence number that is counted in it.</summary>
    public long Counted { get; private set; } = counted;

    public bool IsDirty { get; set; }

    /// <summary>The batch that used it last.</summary>
    public long Used { get; set; }

    /// <summary>Takes a record's changes, of which there may be several; false when they are counted already.</summary>
    public bool Takes(long sequence)
    {
        if (sequence <= _before)
            return false;
        Counted = sequence;
        return true;
    }

    public void Add(in MinuteFlow flow, SessionLabels labels)
    {
        Add(window.Totals, flow);
        if (grain == Grain.Minute)
            return;
        for (var by = Breakdown.Country; by <= Breakdown.Source; by++)
            Add(window.Row(by, labels[by]), flow);
    }

    /// <param name="ofPlatform">The window is one of all videos together, of which days keep a sample of viewers.</param>
    public void AddFacts(SessionChange change, bool ofPlatform)
    {
        if (change.StartupRemoved is { } gone)
            window.Startup.Add(gone, -1);
        if (change.StartupAdded is { } come)
            window.Startup.Add(come);
        if (change.Viewer is { } viewer)
        {
            window.Viewers.Add(viewer);
            if (ofPlatform && grain == Grain.Day && ViewerHashes.IsLasting(viewer))
                window.Lasting.Add(viewer);
        }

        if (grain == Grain.Minute)
        {
            Add(window.Totals, change.FactsOfMinutes);
            return;
        }

        if (change.KbpsRemoved is { } before)
            window.Bitrate.Add(before, -1);
        if (change.KbpsAdded is { } after)
            window.Bitrate.Add(after);
        window.AddParts(change.PartsRemoved, -1);
        window.AddParts(change.PartsAdded, 1);
        if (change.Facts.IsEmpty)
            return;
        Add(window.Totals, change.Facts);
        for (var by = Breakdown.Country; by <= Breakdown.Source; by++)
            Add(window.Row(by, change.Labels[by]), change.Facts);
    }

    private static void Add(Counters counters, in MinuteFlow flow)
    {
        var figures = counters.Figures;
        for (var i = 0; i < FlowTotals.Count; i++)
            figures[i] += flow.Flows[i];
        figures[(int)Metric.SessionMinutes] += flow.Present;
    }

    private static void Add(Counters counters, ReadOnlySpan<(int Place, long Figure)> facts)
    {
        var figures = counters.Figures;
        foreach (var (place, figure) in facts)
            figures[place] += figure;
    }
}
