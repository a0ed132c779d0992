using StreamPlatform.Domain.Telemetry.Aggregates;

namespace StreamPlatform.Domain.Telemetry.Folding;

/// <summary>
/// How well a session went for its viewer, from 0 to 100: <c>100 · start · stalls · frames</c>, each factor from 0 to 1.
/// <list type="bullet">
/// <item><c>start = 1 − 0.058 · max(0, s − 2)</c>, s the seconds from the attempt to the first picture: beyond two seconds 5.8 % of viewers leave with each.</item>
/// <item><c>stalls = 1 − 5 · stalled / (watched + stalled)</c>: one per cent of waiting costs five per cent of viewing.</item>
/// <item><c>frames = 1 − 5 · max(0, dropped / (30 · watched seconds) − 0.01)</c>, not below one half: one frame in a hundred goes unseen.</item>
/// </list>
/// A play that an error ended has at most 30, an attempt that failed 0. The bitrate is left out: how much a picture needs differs from title to
/// title and codec to codec.
/// </summary>
public static class ExperienceScore
{
    /// <summary>Below it a session is poor, and kept to be looked at.</summary>
    public const int Poor = 60;

    private const double PatienceSeconds = 2, LeavingPerSecond = 0.058, CostOfStalls = 5;
    private const double FramesPerSecond = 30, UnseenDrops = 0.01, CostOfDrops = 5, WorstOfDrops = 0.5;
    private const int MostOfFailed = 30;

    /// <param name="startupMs">Null where the player didn't tell.</param>
    /// <param name="failed">An error ended the session.</param>
    /// <param name="started">A picture was shown.</param>
    /// <returns>Null of a session that neither showed a picture nor failed to.</returns>
    public static int? Of(bool started, bool failed, int? startupMs, long watchedMs, long stalledMs, long droppedFrames)
    {
        if (!started)
            return failed ? 0 : null;
        var (start, stalls, frames) = FactorsOf(startupMs, watchedMs, stalledMs, droppedFrames);
        var score = (int)Math.Round(100 * start * stalls * frames);
        return failed ? Math.Min(score, MostOfFailed) : score;
    }

    /// <summary>What is left of a perfect session by each thing that costs, from 0 to 1.</summary>
    internal static (double Start, double Stalls, double Frames) FactorsOf(int? startupMs, long watchedMs, long stalledMs, long droppedFrames) => (
        Math.Max(0, 1 - (LeavingPerSecond * Math.Max(0, ((startupMs ?? 0) / 1000d) - PatienceSeconds))),
        Math.Max(0, 1 - (CostOfStalls * Share(stalledMs, watchedMs + stalledMs))),
        Math.Max(WorstOfDrops, 1 - (CostOfDrops * Math.Max(0, Share(droppedFrames, FramesPerSecond * watchedMs / 1000) - UnseenDrops))));

    internal static int? Of(SessionFlags flags, int? startupMs, in FlowTotals totals) => Of(
        flags.HasFlag(SessionFlags.Started),
        flags.HasFlag(SessionFlags.Failed),
        startupMs,
        totals[(int)Metric.WatchedMs],
        totals[(int)Metric.StalledMs],
        totals[(int)Metric.DroppedFrames]);

    private static double Share(double part, double whole) => whole > 0 ? part / whole : 0;
}
