using StreamPlatform.Domain.Telemetry.Aggregates;

namespace StreamPlatform.Domain.Operations.Business;

/// <summary>What the platform was designed to be judged by; money comes when there is any.</summary>
public static class BusinessMetrics
{
    private const string Viewers = "viewers", Milliseconds = "ms", Share = "share";

    public static IReadOnlyList<BusinessMetric> All { get; } =
    [
        new("dailyActiveUsers", Viewers, "Different viewers a day, within 2 %; of several days their average. Viewers are those whose sessions became views.", time => (double)time.ViewerDays / time.Days),
        new("monthlyActiveUsers", Viewers, "Different viewers in the thirty days that end then, within 2 %. Without an account or a remembered id a viewer counts anew each day.", time => time.Month.Estimate()),
        new("watchTime", Milliseconds, "Time in which pictures moved.", time => time.Watched[Metric.WatchedMs]),
        new("watchTimePerViewer", Milliseconds, "Watch time over daily active users: of one viewer on one day.", time => Over(time.Watched[Metric.WatchedMs], time.ViewerDays)),
        new("sessionLength", Milliseconds, "Watch time over sessions that showed a picture.", time => Over(time.Watched[Metric.WatchedMs], time.Watched[Metric.Plays])),
        new("uploads", "uploads", "Originals that were accepted.", time => time.Catalog.Uploads),
        new("uploadedTime", Milliseconds, "How long all is that was uploaded.", time => Math.Round(time.Catalog.UploadedSeconds * 1000)),
        new("failedAssets", "assets", "Runs that ended with nothing to play.", time => time.Catalog.Failures),
        new("startupTime", Milliseconds, "From the attempt to the first picture, on average.", time => Over(time.Watched[Metric.StartupMs], time.Watched[Metric.StartsMeasured])),
        new("startupTimeP95", Milliseconds, "95 of 100 plays started sooner, within 1 %.", time => time.Watched.Startup.IsEmpty ? null : time.Watched.Startup.Quantile(0.95)),
        new("rebufferRatio", Share, "Waiting after the first picture, over waiting and watching.", time => Over(time.Watched[Metric.StalledMs], time.Watched[Metric.StalledMs] + time.Watched[Metric.WatchedMs])),
        new("availability", Share, "Looks, one every five minutes, at which viewers could be served, as seen from within. When nothing ran to look counts as down.", time => time.Availability.Share),
    ];

    private static double? Over(double part, double whole) => whole > 0 ? part / whole : null;
}
