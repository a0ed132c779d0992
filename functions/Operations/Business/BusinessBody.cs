using StreamPlatform.Domain.Operations.Business;
using StreamPlatform.Domain.Telemetry.Aggregates;
using StreamPlatform.Domain.Telemetry.Analytics;
using StreamPlatform.Functions.Telemetry.Analytics;

namespace StreamPlatform.Functions.Operations.Business;

/// <summary>Business figures in the form that all figures come in.</summary>
internal static class BusinessBody
{
    public static AnalyticsBody Of(BusinessReport report) => new()
    {
        From = report.From,
        To = report.From.AddDays(report.Days.Count),
        Grain = Grain.Day,
        Metrics = [.. BusinessMetrics.All.Select(metric => new AnalyticsMetricBody(metric.Name, metric.Unit, metric.Meaning))],
        Totals = report.Totals,
        Previous = report.Previous,
        Series = [.. report.Days.Select(day => new AnalyticsPoint(day.Day, day.Values))],
        Rows = [],
        Retention = [],
    };
}
