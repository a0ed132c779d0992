using StreamPlatform.Domain.Telemetry.Aggregates;
using StreamPlatform.Domain.Telemetry.Analytics;

namespace StreamPlatform.Functions.Telemetry.Analytics;

/// <summary>Figures of a video, a channel or the platform. Values are by the metrics' names; one that isn't known is left out.</summary>
public sealed record AnalyticsBody
{
    /// <summary>When the first window begins.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>When the window after the last begins.</summary>
    public required DateTimeOffset To { get; init; }

    public required Grain Grain { get; init; }

    /// <summary>The metrics' units and meanings, in the order in which they were asked for.</summary>
    public required IReadOnlyList<AnalyticsMetricBody> Metrics { get; init; }

    /// <summary>Of the whole time.</summary>
    public required IReadOnlyDictionary<string, double> Totals { get; init; }

    /// <summary>Of as long a time just before, when that was asked for.</summary>
    public IReadOnlyDictionary<string, double>? Previous { get; init; }

    /// <summary>A point for each window.</summary>
    public required IReadOnlyList<AnalyticsPoint> Series { get; init; }

    public Breakdown? By { get; init; }

    /// <summary>By label, the largest first; empty without a breakdown.</summary>
    public required IReadOnlyList<AnalyticsRow> Rows { get; init; }

    /// <summary>How many plays watched each of the title's 100 parts; empty where none did, and of more than one video.</summary>
    public required IReadOnlyList<long> Retention { get; init; }

    internal static AnalyticsBody Of(AnalyticsReport report, bool oneVideo) => new()
    {
        From = report.Query.From,
        To = report.Query.To,
        Grain = report.Query.Grain,
        Metrics = [.. report.Query.Metrics.Select(metric => new AnalyticsMetricBody(metric.Name, metric.Unit, metric.Meaning))],
        Totals = report.Totals,
        Previous = report.Previous,
        Series = report.Series,
        By = report.Query.By,
        Rows = report.Rows,
        Retention = oneVideo ? report.Retention : [],
    };
}

public sealed record AnalyticsMetricBody(string Name, string Unit, string Meaning);
