using StreamPlatform.Domain.Telemetry.Aggregates;
using StreamPlatform.Domain.Telemetry.Streams;

namespace StreamPlatform.Domain.Telemetry.Folding;

/// <summary>What a session as a whole adds to the windows of the time in which it began.</summary>
internal sealed class SessionFacts
{
    public const int First = (int)Metric.Sessions, Count = Counters.Length - First;

    private readonly long[] _figures = new long[Count];

    /// <summary>By their distance from <see cref="Metric.Sessions"/>.</summary>
    public ReadOnlySpan<long> Figures => _figures;

    /// <summary>Null where it isn't known, or doesn't count.</summary>
    public int? StartupMs { get; private set; }

    /// <summary>Of all that was watched, in kbit/s; null where nothing was.</summary>
    public long? Kbps { get; private set; }

    /// <summary>What counts for retention.</summary>
    public UInt128 Parts { get; private set; }

    /// <summary>
    /// The viewer is one of the unique viewers. Sketches of them only grow, so neither a verdict nor an event that comes later
    /// changes it: a view by what is plausible, of a session that was not suspicious when it began.
    /// </summary>
    public bool HasViewer { get; private set; }

    public void Clear()
    {
        Array.Clear(_figures);
        (StartupMs, Kbps, Parts, HasViewer) = (null, null, 0, false);
    }

    public void Take(SessionState state)
    {
        Clear();
        if (state.Claims is not { } claims)
            return;
        HasViewer = state.IsView && !QuarantineRules.Suspects(claims);
        if (state.IsQuarantined)
            Quarantined(state);
        else
            Counted(state);
    }

    private void Quarantined(SessionState state)
    {
        var watched = Math.Max(state.WatchedMs, state.ImplausibleMs);
        Set(Metric.QuarantinedSessions, 1);
        Set(Metric.QuarantinedViews, watched > 0 && watched >= SessionState.LeastViewMs(state.Claims!.DurationSeconds) ? 1 : 0);
        Set(Metric.QuarantinedWatchedMs, watched);
    }

    private void Counted(SessionState state)
    {
        var (flags, totals) = (state.Flags, state.Totals);
        var (attempted, started, failed) = (flags.HasFlag(SessionFlags.Attempted), flags.HasFlag(SessionFlags.Started), flags.HasFlag(SessionFlags.Failed));
        var (watched, bitrate) = (totals[(int)Metric.WatchedMs], totals[(int)Metric.BitrateMs]);
        Set(Metric.Sessions, 1);
        Set(Metric.Attempts, attempted ? 1 : 0);
        Set(Metric.Plays, started ? 1 : 0);
        Set(Metric.ExitsBeforeStart, attempted && !started && !failed && flags.HasFlag(SessionFlags.Exited) ? 1 : 0);
        Set(Metric.StartFailures, failed && !started ? 1 : 0);
        Set(Metric.PlaybackFailures, failed && started ? 1 : 0);
        if (started && state.StartupMs is { } startup)
        {
            StartupMs = startup;
            Set(Metric.StartupMs, startup);
            Set(Metric.StartsMeasured, 1);
        }

        if (state.IsView)
        {
            Set(Metric.Views, 1);
            Set(Metric.ViewedMs, watched);
        }

        if (started)
        {
            Parts = state.Watched.Bits;
            Set(Metric.Completions, state.Watched.Watched >= CompleteParts ? 1 : 0);
            Kbps = watched > 0 ? bitrate / watched : null;
        }

        if (ExperienceScore.Of(flags, state.StartupMs, totals) is { } score)
        {
            Set(Metric.Scored, 1);
            Set(Metric.ScoreSum, score);
            Set(Metric.PoorSessions, score < ExperienceScore.Poor ? 1 : 0);
        }
    }

    private const int CompleteParts = WatchedParts.Count * 9 / 10;

    private void Set(Metric metric, long value) => _figures[(int)metric - First] = value;
}
