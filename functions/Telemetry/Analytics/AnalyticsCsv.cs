using System.Globalization;
using System.Text;
using StreamPlatform.Domain.Telemetry.Analytics;

namespace StreamPlatform.Functions.Telemetry.Analytics;

/// <summary>Figures as comma-separated values (RFC 4180): the rows of a breakdown where one was asked for, else the series.</summary>
internal static class AnalyticsCsv
{
    public const string ContentType = "text/csv; charset=utf-8";

    public static string Of(AnalyticsBody report)
    {
        var text = new StringBuilder();
        var names = report.Metrics.Select(metric => metric.Name).Where(name => report.By is null || AnalyticsMetrics.Find(name)?.OfCounters is not null).ToList();
        Line(text, [report.By is { } by ? by.ToString().ToLowerInvariant() : "start", .. names]);
        if (report.By is null)
        {
            foreach (var point in report.Series)
                Line(text, [point.Start.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture), .. Values(point.Values, names)]);
            return text.ToString();
        }

        foreach (var row in report.Rows)
            Line(text, [Cell(row.Label), .. Values(row.Values, names)]);
        return text.ToString();
    }

    private static IEnumerable<string> Values(IReadOnlyDictionary<string, double> values, List<string> names) =>
        names.Select(name => values.TryGetValue(name, out var value) ? value.ToString("R", CultureInfo.InvariantCulture) : "");

    /// <summary>Labels come from players: a spreadsheet must not take one for a formula (OWASP, CSV injection).</summary>
    private static string Cell(string label)
    {
        var safe = label.Length > 0 && "=+-@\t\r".Contains(label[0], StringComparison.Ordinal) ? "'" + label : label;
        return safe.AsSpan().ContainsAny("\",\r\n") ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }

    private static void Line(StringBuilder text, IEnumerable<string> cells) => text.AppendJoin(',', cells).Append("\r\n");
}
