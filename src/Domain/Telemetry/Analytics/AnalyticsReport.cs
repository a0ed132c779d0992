using StreamPlatform.Domain.Telemetry.Aggregates;

namespace StreamPlatform.Domain.Telemetry.Analytics;

/// <summary>The figures of a subject. Values are by the metrics' names; one that isn't known is left out.</summary>
/// <param name="Totals">Of the whole time: not the sum of the series where that would count somebody twice.</param>
/// <param name="Series">A point for each window, those too in which nothing happened.</param>
/// <param name="Rows">By label, the largest first of the first metric; empty without a breakdown.</param>
/// <param name="Retention">Of a video: how many plays watched each of its 100 parts; else empty.</param>
/// <param name="Previous">Totals of as long a time just before; null when they weren't asked for.</param>
public sealed record AnalyticsReport(
    AnalyticsQuery Query,
    IReadOnlyDictionary<string, double> Totals,
    IReadOnlyList<AnalyticsPoint> Series,
    IReadOnlyList<AnalyticsRow> Rows,
    IReadOnlyList<long> Retention,
    IReadOnlyDictionary<string, double>? Previous);

/// <param name="Start">When the window begins.</param>
public sealed record AnalyticsPoint(DateTimeOffset Start, IReadOnlyDictionary<string, double> Values);

/// <param name="Label">Such as a country; empty where it isn't known.</param>
public sealed record AnalyticsRow(string Label, IReadOnlyDictionary<string, double> Values);
