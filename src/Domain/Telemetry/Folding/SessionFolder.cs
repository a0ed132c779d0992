using System.Runtime.InteropServices;
using StreamPlatform.Domain.Telemetry.Aggregates;
using StreamPlatform.Domain.Telemetry.Streams;

namespace StreamPlatform.Domain.Telemetry.Folding;

/// <summary>
/// Takes records into sessions and tells by how much that changes what the sessions add to windows: what they add afterwards, less
/// what they added before. So windows never depend on the way by which a state came about. Not for several threads at once.
/// </summary>
internal sealed class SessionFolder
{
    private readonly SessionFacts _before = new(), _after = new();
    private readonly SessionChange[] _changes = [new(), new()];
    private readonly List<MinuteTotals> _old = [];

    /// <returns>One change, or two when the session counts otherwise than before: what it added goes, then what it adds comes. Good until the next call.</returns>
    public ReadOnlySpan<SessionChange> Fold(SessionState state, TelemetryRecord record)
    {
        var known = state.Claims is not null;
        var (labelsBefore, quarantinedBefore) = (known ? state.Labels : null, state.IsQuarantined);
        _before.Take(state);
        SessionFold.Identify(state, record);
        if (state.Claims is not { } claims)
            return [];
        var labels = state.Labels;
        var counted = 0;
        if (known && (labels != labelsBefore || quarantinedBefore != state.IsQuarantined))
        {
            var gone = Begin(counted++, state, labelsBefore!);
            if (!quarantinedBefore)
                Flow(gone, default, CollectionsMarshal.AsSpan(state.Minutes), []);
            // Unique viewers stay: a label's windows have none, and HasViewer heeds no verdict.
            _after.Clear();
            gone.Take(_before, _after, claims.Viewer);
            var hadViewer = _before.HasViewer;
            Fold(state, record as BeaconRecord, 0);
            _before.Clear();
            var come = Begin(counted++, state, labels);
            if (!state.IsQuarantined)
                Flow(come, default, [], CollectionsMarshal.AsSpan(state.Minutes));
            _after.Take(state);
            come.Take(_before, _after, claims.Viewer, hadViewer);
            return _changes.AsSpan(0, counted);
        }

        var change = Begin(counted++, state, labels);
        var from = record is BeaconRecord beacon ? FirstTouched(state, beacon) : state.Minutes.Count;
        Fold(state, record as BeaconRecord, from);
        if (!state.IsQuarantined)
            Flow(change, from > 0 ? state.Minutes[from - 1].Totals : default, CollectionsMarshal.AsSpan(_old), CollectionsMarshal.AsSpan(state.Minutes)[from..]);
        _after.Take(state);
        change.Take(_before, _after, claims.Viewer);
        return _changes.AsSpan(0, counted);
    }

    /// <summary>All that a session adds to windows, as if it had come in one record. Good until the next call.</summary>
    /// <param name="state">With claims.</param>
    public SessionChange Whole(SessionState state)
    {
        var whole = Begin(0, state, state.Labels);
        if (!state.IsQuarantined)
            Flow(whole, default, [], CollectionsMarshal.AsSpan(state.Minutes));
        _before.Clear();
        _after.Take(state);
        whole.Take(_before, _after, state.Claims!.Viewer);
        return whole;
    }

    private SessionChange Begin(int place, SessionState state, SessionLabels labels)
    {
        _changes[place].Begin(state, labels);
        return _changes[place];
    }

    /// <summary>The place of the first minute that any event may change.</summary>
    private static int FirstTouched(SessionState state, BeaconRecord beacon)
    {
        var first = int.MaxValue;
        foreach (var told in beacon.Events)
            first = Math.Min(first, SessionFold.MinuteOf(state.Claims!, told));
        var at = state.Minutes.Count;
        while (at > 0 && state.Minutes[at - 1].Minute >= first)
            at--;
        return at;
    }

    private void Fold(SessionState state, BeaconRecord? beacon, int from)
    {
        _old.Clear();
        _old.AddRange(CollectionsMarshal.AsSpan(state.Minutes)[from..]);
        if (beacon is not null)
            SessionFold.Fold(state, beacon);
    }

    /// <summary>What each minute has more in the new totals than in the old; both go on from the same base.</summary>
    private static void Flow(SessionChange change, FlowTotals start, ReadOnlySpan<MinuteTotals> old, ReadOnlySpan<MinuteTotals> now)
    {
        var (oldBefore, nowBefore) = (start, start);
        for (int i = 0, j = 0; i < old.Length || j < now.Length;)
        {
            var minute = Math.Min(i < old.Length ? old[i].Minute : int.MaxValue, j < now.Length ? now[j].Minute : int.MaxValue);
            var flow = default(FlowTotals);
            var (present, changed) = (0, false);
            if (j < now.Length && now[j].Minute == minute)
                Step(ref flow, ref nowBefore, now[j++].Totals, 1, ref present);
            if (i < old.Length && old[i].Minute == minute)
                Step(ref flow, ref oldBefore, old[i++].Totals, -1, ref present);
            for (var k = 0; k < FlowTotals.Count; k++)
                changed |= flow[k] != 0;
            if (changed || present != 0)
                change.Flows.Add(new MinuteFlow(minute, flow, present));
        }
    }

    private static void Step(ref FlowTotals flow, ref FlowTotals before, in FlowTotals now, int sign, ref int present)
    {
        for (var k = 0; k < FlowTotals.Count; k++)
            flow[k] += sign * (now[k] - before[k]);
        present += now[(int)Metric.WatchedMs] > before[(int)Metric.WatchedMs] ? sign : 0;
        before = now;
    }
}
