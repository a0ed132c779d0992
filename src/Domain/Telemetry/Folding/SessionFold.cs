using StreamPlatform.Domain.Telemetry.Sessions;
using StreamPlatform.Domain.Telemetry.Streams;

namespace StreamPlatform.Domain.Telemetry.Folding;

/// <summary>Takes what was told into a session's state. Each step is a maximum, a union or a choice of the earliest, so neither order nor repetition matters.</summary>
internal static class SessionFold
{
    private const int MinuteMs = 60_000, LongestStartMs = 600_000;

    /// <summary>The minute in which an event counts: none is before its session, nor after its end.</summary>
    public static int MinuteOf(SessionClaims claims, PlaybackEvent told)
    {
        var started = claims.StartedAt.ToUnixTimeMilliseconds();
        return (int)(Math.Clamp(told.At, started, started + (long)SessionClaims.Lifetime.TotalMilliseconds) / MinuteMs);
    }

    /// <summary>Takes in what decides under which labels the session counts, and whether it does.</summary>
    public static void Identify(SessionState state, TelemetryRecord record)
    {
        if (record is VerdictRecord judged)
        {
            var verdict = new Verdict(judged.Quarantined, judged.Rule, judged.At);
            if (verdict.Overrules(state.Verdict))
                state.Verdict = verdict;
            return;
        }

        var beacon = (BeaconRecord)record;
        state.Claims ??= beacon.Claims;
        var first = int.MaxValue;
        foreach (var told in beacon.Events)
        {
            first = Math.Min(first, told.Seq);
            if (!QuarantineRules.IsImplausible(state.Claims, told))
                continue;
            state.Flags |= SessionFlags.Implausible;
            state.ImplausibleMs = Math.Max(state.ImplausibleMs, told.Totals.WatchedMs);
        }

        if (beacon.Events.Count == 0)
            return;
        if (state.PlayerTold is not { } known || first <= known.Seq)
        {
            var player = new Told(first, PlayerOf(beacon));
            state.PlayerTold = player.Precedes(state.PlayerTold) ? player : state.PlayerTold;
        }

        if (beacon.Cdn is { } cdn && new Told(first, cdn) is var host && host.Precedes(state.CdnTold))
            state.CdnTold = host;
    }

    /// <summary>
    /// Whether a record may make a session count otherwise. Asked before any of a batch is taken in, of each of the batch, it misses none: what
    /// comes before the record in the batch either changes nothing of that, or was told of itself.
    /// </summary>
    public static bool MayTurn(SessionState state, TelemetryRecord record)
    {
        if (state.Claims is not { } claims)
            return false;
        if (record is not BeaconRecord beacon)
            return true;
        var first = int.MaxValue;
        foreach (var told in beacon.Events)
        {
            first = Math.Min(first, told.Seq);
            if (QuarantineRules.IsImplausible(claims, told))
                return true;
        }

        return beacon.Events.Count > 0
            && ((first <= (state.PlayerTold?.Seq ?? int.MaxValue) && PlayerOf(beacon) != state.Player)
                || (beacon.Cdn is { } cdn && first <= (state.CdnTold?.Seq ?? int.MaxValue) && cdn != state.Cdn));
    }

    /// <summary>Takes in all the rest.</summary>
    public static void Fold(SessionState state, BeaconRecord beacon)
    {
        foreach (var told in beacon.Events)
        {
            if (!QuarantineRules.IsImplausible(state.Claims!, told))
                Fold(state, told);
        }
    }

    private static string PlayerOf(BeaconRecord beacon) => $"{beacon.Player.Name} {beacon.Player.Version} {beacon.Player.Engine}";

    private static void Fold(SessionState state, PlaybackEvent told)
    {
        Raise(state.Minutes, MinuteOf(state.Claims!, told), FlowTotals.Of(told.Totals));
        state.Watched |= told.Totals.Watched;
        state.LastAt = Math.Max(state.LastAt, told.At);
        state.Flags |= FlagsOf(told);
        if (told is { Type: PlaybackEventType.Playing, StartupMs: { } startup })
            Start(state, told.Seq, Math.Clamp(startup, 0, LongestStartMs));
        if (told.Position is { } position && (told.Seq > state.PositionSeq || (told.Seq == state.PositionSeq && position > state.Position)))
            (state.PositionSeq, state.Position) = (told.Seq, position);
        if (told.Type != PlaybackEventType.Heartbeat)
            Keep(state.Events, told);
    }

    private static SessionFlags FlagsOf(PlaybackEvent told) =>
        (told.Totals.WatchedMs > 0 ? SessionFlags.Started | SessionFlags.Attempted : SessionFlags.None)
        | told.Type switch
        {
            PlaybackEventType.Attempt => SessionFlags.Attempted,
            PlaybackEventType.Playing => SessionFlags.Attempted | SessionFlags.Started,
            PlaybackEventType.Ended => SessionFlags.Ended,
            PlaybackEventType.Exit => SessionFlags.Exited,
            PlaybackEventType.Error when told.Fatal == true => SessionFlags.Attempted | SessionFlags.Failed,
            _ => SessionFlags.None,
        };

    private static void Start(SessionState state, int seq, int startup)
    {
        if (state.StartupMs is not { } known || seq < state.StartupSeq || (seq == state.StartupSeq && startup < known))
            (state.StartupSeq, state.StartupMs) = (seq, startup);
    }

    /// <summary>
    /// A total that was reached in a minute was reached in all later ones too. Nearly always the minute is the last.
    /// </summary>
    private static void Raise(List<MinuteTotals> minutes, int minute, FlowTotals totals)
    {
        var at = minutes.Count;
        while (at > 0 && minutes[at - 1].Minute >= minute)
            at--;
        if (at == minutes.Count || minutes[at].Minute != minute)
            minutes.Insert(at, new MinuteTotals(minute, at > 0 ? minutes[at - 1].Totals : default));
        var span = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(minutes)[at..];
        for (var i = 0; i < span.Length && span[i].Raise(totals); i++)
        {
        }
    }

    private static void Keep(List<PlaybackEvent> events, PlaybackEvent told)
    {
        var at = events.Count;
        while (at > 0 && events[at - 1].Seq >= told.Seq)
            at--;
        if (at < events.Count && events[at].Seq == told.Seq)
        {
            if (told.At < events[at].At)
                events[at] = told;
            return;
        }

        if (at == SessionState.MaxTimeline)
            return;
        events.Insert(at, told);
        if (events.Count > SessionState.MaxTimeline)
            events.RemoveAt(SessionState.MaxTimeline);
    }
}
