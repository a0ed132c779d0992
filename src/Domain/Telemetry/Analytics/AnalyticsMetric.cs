using StreamPlatform.Domain.Telemetry.Aggregates;

namespace StreamPlatform.Domain.Telemetry.Analytics;

/// <summary>A figure that analytics tell.</summary>
/// <param name="Name">As requests and answers call it.</param>
/// <param name="Unit">What it is counted in.</param>
/// <param name="Meaning">What it is and how it comes about.</param>
/// <param name="Of">The figure of a window; null where nothing is known.</param>
/// <param name="OfCounters">The same of a row of a breakdown; null for figures that need sketches, which breakdowns have none of.</param>
public sealed record AnalyticsMetric(string Name, string Unit, string Meaning, Func<WindowAggregate, double?> Of, Func<Counters, double?>? OfCounters)
{
    /// <summary>One that comes of counters alone.</summary>
    internal static AnalyticsMetric Counted(string name, string unit, string meaning, Func<Counters, double?> of) => new(name, unit, meaning, window => of(window.Totals), of);

    /// <summary>One that needs a sketch.</summary>
    internal static AnalyticsMetric Sketched(string name, string unit, string meaning, Func<WindowAggregate, double?> of) => new(name, unit, meaning, of, null);
}
