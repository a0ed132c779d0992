using StreamPlatform.Domain.Telemetry.Aggregates;

namespace StreamPlatform.Domain.Telemetry.Analytics;

/// <summary>Answers questions to what was counted.</summary>
public sealed class ReadAnalytics(Aggregates.Aggregates aggregates)
{
    /// <summary>The figures of subjects taken together.</summary>
    public async Task<AnalyticsReport> ExecuteAsync(IReadOnlyList<AggregateSubject> subjects, AnalyticsQuery query, CancellationToken ct)
    {
        var windows = await WindowsAsync(subjects, query, ct);
        var whole = Whole(query, windows.Values);
        return new AnalyticsReport(
            query,
            ValuesOf(query, whole),
            [.. StartsOf(query).Select(start => new AnalyticsPoint(start, ValuesOf(query, windows.GetValueOrDefault(start) ?? new WindowAggregate(query.Grain, start))))],
            query.By is { } by ? RowsOf(query, whole.By(by)) : [],
            whole.Retention,
            query.Compare ? ValuesOf(query, Whole(query, (await WindowsAsync(subjects, query.Before(), ct)).Values)) : null);
    }

    private async Task<Dictionary<DateTimeOffset, WindowAggregate>> WindowsAsync(IReadOnlyList<AggregateSubject> subjects, AnalyticsQuery query, CancellationToken ct)
    {
        var windows = new Dictionary<DateTimeOffset, WindowAggregate>();
        foreach (var subject in subjects)
        {
            foreach (var window in await aggregates.ReadAsync(subject, query.Grain, query.From, query.To, ct))
            {
                if (!windows.TryAdd(window.Start, window))
                    windows[window.Start].MergeWith(window);
            }
        }

        return windows;
    }

    private static WindowAggregate Whole(AnalyticsQuery query, IEnumerable<WindowAggregate> windows)
    {
        var whole = new WindowAggregate(query.Grain, query.From);
        foreach (var window in windows)
            whole.MergeWith(window);
        return whole;
    }

    private static IEnumerable<DateTimeOffset> StartsOf(AnalyticsQuery query)
    {
        for (var start = query.From; start < query.To; start = start.AddMinutes(Windows.LengthOf(query.Grain)))
            yield return start;
    }

    private static Dictionary<string, double> ValuesOf(AnalyticsQuery query, WindowAggregate window) =>
        Known(query.Metrics.Select(metric => (metric.Name, metric.Of(window))));

    private static List<AnalyticsRow> RowsOf(AnalyticsQuery query, IReadOnlyDictionary<string, Counters> rows)
    {
        List<AnalyticsMetric> metrics = [.. query.Metrics.Where(metric => metric.OfCounters is not null)];
        return
        [
            .. rows.Select(row => new AnalyticsRow(row.Key, Known(metrics.Select(metric => (metric.Name, metric.OfCounters!(row.Value))))))
                .OrderByDescending(row => metrics.Count > 0 ? row.Values.GetValueOrDefault(metrics[0].Name) : 0)
                .ThenBy(row => row.Label, StringComparer.Ordinal),
        ];
    }

    private static Dictionary<string, double> Known(IEnumerable<(string Name, double? Value)> values) =>
        values.Where(each => each.Value is not null).ToDictionary(each => each.Name, each => each.Value!.Value, StringComparer.Ordinal);
}
