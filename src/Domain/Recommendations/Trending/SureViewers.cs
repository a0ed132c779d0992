using StreamPlatform.Domain.Telemetry.Aggregates;
using StreamPlatform.Domain.Telemetry.Sketches;

namespace StreamPlatform.Domain.Recommendations.Trending;

/// <summary>
/// How many different people surely watched a video in a country. Viewers are sketched for all countries together; whoever watched
/// elsewhere made a view there, so those that are more than the views from elsewhere watched here.
/// </summary>
public static class SureViewers
{
    /// <summary>Of sketches: three standard errors, above what they count exactly.</summary>
    private const double Certain = 0.975;

    private const long Exact = 100;

    /// <summary>Of windows of one video together; countries of which nothing is sure are left out.</summary>
    internal static IReadOnlyDictionary<string, int> Of(IReadOnlyList<WindowAggregate> windows)
    {
        var all = new HyperLogLog();
        foreach (var window in windows)
            all.MergeWith(window.Viewers);
        var hours = windows.Select(TrendHour.Of).ToList();
        var views = hours.SelectMany(hour => hour.Countries).GroupBy(row => row.Key, row => row.Value.Views, StringComparer.Ordinal);
        return Of(all.Estimate(), hours.Sum(hour => hour.Views), views.ToDictionary(country => country.Key, country => country.Sum(), StringComparer.Ordinal));
    }

    /// <param name="viewers">As a sketch counts them.</param>
    /// <param name="views">From everywhere.</param>
    public static IReadOnlyDictionary<string, int> Of(long viewers, long views, IReadOnlyDictionary<string, long> byCountry)
    {
        var surely = viewers <= Exact ? viewers : (long)(viewers * Certain);
        return byCountry
            .Select(country => (country.Key, Sure: surely - (views - country.Value)))
            .Where(country => country.Sure > 0)
            .ToDictionary(country => country.Key, country => (int)Math.Min(int.MaxValue, country.Sure), StringComparer.Ordinal);
    }
}
