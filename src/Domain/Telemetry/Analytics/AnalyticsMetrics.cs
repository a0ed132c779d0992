using StreamPlatform.Domain.Telemetry.Aggregates;

namespace StreamPlatform.Domain.Telemetry.Analytics;

/// <summary>
/// All figures there are, with their formulas over <see cref="Metric"/>. Names are those that Conviva's and Mux's users know, where there are such.
/// </summary>
public static class AnalyticsMetrics
{
    private const string Sessions = "sessions", Milliseconds = "ms", Share = "share";

    public static IReadOnlyList<AnalyticsMetric> All { get; } =
    [
        AnalyticsMetric.Counted("views", Sessions, "Sessions that watched 30 seconds, or half of a title shorter than a minute.", all => all[Metric.Views]),
        AnalyticsMetric.Sketched("uniqueViewers", "viewers", "Different viewers whose sessions became views, within 2 %; without an account or a remembered id a viewer counts anew each day.", window => window.Viewers.Estimate()),
        AnalyticsMetric.Counted("watchTime", Milliseconds, "Time in which pictures moved.", all => all[Metric.WatchedMs]),
        AnalyticsMetric.Counted("averageViewDuration", Milliseconds, "What views watched, over views.", all => Over(all[Metric.ViewedMs], all[Metric.Views])),
        AnalyticsMetric.Counted("completionRate", Share, "Plays that watched 90 of the title's 100 parts, over plays.", all => Over(all[Metric.Completions], all[Metric.Plays])),
        AnalyticsMetric.Counted("attempts", Sessions, "Sessions in which play was asked for.", all => all[Metric.Attempts]),
        AnalyticsMetric.Counted("plays", Sessions, "Sessions that showed a picture.", all => all[Metric.Plays]),
        AnalyticsMetric.Counted("exitsBeforeStart", Sessions, "Players closed between the attempt and the first picture.", all => all[Metric.ExitsBeforeStart]),
        AnalyticsMetric.Counted("startFailures", Sessions, "Attempts that an error ended before the first picture.", all => all[Metric.StartFailures]),
        AnalyticsMetric.Counted("playbackFailures", Sessions, "Plays that an error ended.", all => all[Metric.PlaybackFailures]),
        AnalyticsMetric.Counted("startupTime", Milliseconds, "From the attempt to the first picture, on average.", all => Over(all[Metric.StartupMs], all[Metric.StartsMeasured])),
        AnalyticsMetric.Sketched("startupTimeMedian", Milliseconds, "Half of all plays started sooner, within 1 %.", window => Quantile(window, 0.5)),
        AnalyticsMetric.Sketched("startupTimeP95", Milliseconds, "95 of 100 plays started sooner, within 1 %.", window => Quantile(window, 0.95)),
        AnalyticsMetric.Counted("rebufferRatio", Share, "Waiting after the first picture, over waiting and watching.", all => Over(all[Metric.StalledMs], all[Metric.StalledMs] + all[Metric.WatchedMs])),
        AnalyticsMetric.Counted("stalls", "times", "How often playing waited for data.", all => all[Metric.Stalls]),
        AnalyticsMetric.Counted("averageBitrate", "kbit/s", "Bitrate of what was watched, by time.", all => Over(all[Metric.BitrateMs], all[Metric.WatchedMs])),
        AnalyticsMetric.Counted("droppedFrames", "frames", "Frames that players left out.", all => all[Metric.DroppedFrames]),
        AnalyticsMetric.Counted("bytes", "bytes", "Media that players loaded.", all => all[Metric.Bytes]),
        AnalyticsMetric.Counted("experienceScore", "0 to 100", "How well sessions went for their viewers, on average: docs/telemetry.md has the formula.", all => Over(all[Metric.ScoreSum], all[Metric.Scored])),
        AnalyticsMetric.Counted("poorSessions", Sessions, "Sessions whose experience score is below 60.", all => all[Metric.PoorSessions]),
        AnalyticsMetric.Counted("viewersPresent", "session minutes", "Sessions that watched something in each minute, added up: of a window of one minute, the viewers present.", all => all[Metric.SessionMinutes]),
        AnalyticsMetric.Counted("quarantinedViews", Sessions, "Views that count apart, for looking like no people's.", all => all[Metric.QuarantinedViews]),
    ];

    private static readonly Dictionary<string, AnalyticsMetric> ByName = All.ToDictionary(metric => metric.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>Null when there is none of the name.</summary>
    public static AnalyticsMetric? Find(string name) => ByName.GetValueOrDefault(name);

    private static double? Over(double part, double whole) => whole > 0 ? part / whole : null;

    private static double? Quantile(WindowAggregate window, double share) => window.Startup.IsEmpty ? null : window.Startup.Quantile(share);
}
