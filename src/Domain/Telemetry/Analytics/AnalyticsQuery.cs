using StreamPlatform.Domain.Telemetry.Aggregates;

namespace StreamPlatform.Domain.Telemetry.Analytics;

/// <summary>What is asked of analytics: a whole number of windows.</summary>
/// <param name="From">When the first window begins.</param>
/// <param name="To">When the window after the last begins.</param>
/// <param name="By">Null for no breakdown.</param>
/// <param name="Compare">The windows just before, as many, are told of too.</param>
public sealed record AnalyticsQuery(IReadOnlyList<AnalyticsMetric> Metrics, Grain Grain, DateTimeOffset From, DateTimeOffset To, Breakdown? By, bool Compare)
{
    /// <summary>Of a series; more windows than this are asked for in several requests.</summary>
    public const int MostWindows = 1500;

    private static readonly TimeSpan Default = TimeSpan.FromDays(28), MinutesBelow = TimeSpan.FromHours(3), HoursBelow = TimeSpan.FromDays(4);

    public static IReadOnlyList<string> DefaultMetrics { get; } = ["views", "uniqueViewers", "watchTime", "averageViewDuration"];

    /// <summary>Fills in what wasn't given, and rounds times outwards to whole windows; <c>analytics.query_invalid</c>.</summary>
    /// <param name="metrics">Names; none for the usual.</param>
    public static Result<AnalyticsQuery> Of(
        IReadOnlyList<string> metrics, Grain? grain, DateTimeOffset? from, DateTimeOffset? to, Breakdown? by, bool compare, DateTimeOffset now)
    {
        List<AnalyticsMetric> wanted = [];
        foreach (var name in metrics.Count > 0 ? metrics : DefaultMetrics)
        {
            if (AnalyticsMetrics.Find(name) is not { } metric)
                return AnalyticsErrors.QueryInvalid("metrics", $"names out of {string.Join(", ", AnalyticsMetrics.All.Select(known => known.Name))}");
            wanted.Add(metric);
        }

        if (IsOutside(from) || IsOutside(to))
            return AnalyticsErrors.QueryInvalid(IsOutside(from) ? "from" : "to", "a time of this millennium");
        var end = to ?? now;
        var begin = from ?? end - Default;
        if (begin >= end)
            return AnalyticsErrors.QueryInvalid("from", "a time before to");
        var size = grain ?? (end - begin <= MinutesBelow ? Grain.Minute : end - begin <= HoursBelow ? Grain.Hour : Grain.Day);
        if (by is not null && size == Grain.Minute)
            return AnalyticsErrors.QueryInvalid("by", "left out with windows of a minute, which are not broken down");
        var length = TimeSpan.FromMinutes(Windows.LengthOf(size));
        var (first, last) = (Down(begin, length), Up(end, length));
        return (last - first) / length <= MostWindows
            ? new AnalyticsQuery([.. wanted.DistinctBy(metric => metric.Name)], size, first, last, by, compare)
            : AnalyticsErrors.QueryInvalid("grain", FormattableString.Invariant($"such that at most {MostWindows} windows are asked for"));
    }

    /// <summary>The same of as long a time just before.</summary>
    public AnalyticsQuery Before() => this with { From = From - (To - From), To = From, Compare = false };

    private static bool IsOutside(DateTimeOffset? time) => time is { Year: < 2001 or > 2999 };

    private static DateTimeOffset Down(DateTimeOffset time, TimeSpan length) => new(time.UtcTicks - (time.UtcTicks % length.Ticks), TimeSpan.Zero);

    private static DateTimeOffset Up(DateTimeOffset time, TimeSpan length) => Down(time, length) is var down && down == time ? time.ToUniversalTime() : down + length;
}
