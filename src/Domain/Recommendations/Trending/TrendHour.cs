using StreamPlatform.Domain.Catalog.Restrictions;
using StreamPlatform.Domain.Telemetry.Aggregates;

namespace StreamPlatform.Domain.Recommendations.Trending;

/// <summary>How a video was watched in an hour.</summary>
/// <param name="Start">When it began.</param>
/// <param name="Viewers">Different ones, at most as many as <paramref name="Views"/>.</param>
/// <param name="Completions">Views to the end, at most as many as there were viewers.</param>
/// <param name="Countries">The views and completions of each; not of those where nobody knows.</param>
public sealed record TrendHour(DateTimeOffset Start, long Viewers, long Views, long Completions, IReadOnlyDictionary<string, (long Views, long Completions)> Countries)
{
    /// <summary>What watching counts of the whole.</summary>
    public double Watched => Viewers + Completions;

    /// <summary>What watching in a country counts. Of viewers only their number in all is known, so each country has as many as its share of the views.</summary>
    public double WatchedIn(string country) =>
        Views > 0 && Countries.TryGetValue(country, out var there) ? (Viewers * ShareOf(country)) + Math.Min(there.Completions, Viewers * ShareOf(country)) : 0;

    /// <summary>0 to 1.</summary>
    public double ShareOf(string country) => Views > 0 && Countries.TryGetValue(country, out var there) ? Math.Min(1, (double)there.Views / Views) : 0;

    internal static TrendHour Of(WindowAggregate window)
    {
        // Views and completions sink when verdicts come; viewers, who are sketched, can't.
        var views = Math.Max(0, window[Metric.Views]);
        var viewers = Math.Min(views, window.Viewers.Estimate());
        return new TrendHour(
            window.Start,
            viewers,
            views,
            Math.Clamp(window[Metric.Completions], 0, viewers),
            window.By(Breakdown.Country)
                .Where(row => row.Value[Metric.Views] > 0 && CountryCode.Parse(row.Key) == row.Key)
                .ToDictionary(row => row.Key, row => (row.Value[Metric.Views], Math.Max(0, row.Value[Metric.Completions])), StringComparer.Ordinal));
    }
}
