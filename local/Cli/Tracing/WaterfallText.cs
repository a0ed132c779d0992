using System.Globalization;

namespace StreamPlatform.Local.Cli.Tracing;

/// <summary>A waterfall in the letters of a terminal.</summary>
internal static class WaterfallText
{
    private const int NameWidth = 44;
    private const int BarWidth = 56;

    /// <summary>A line a span: its name, its bar on the trace's time, how long it took.</summary>
    public static IEnumerable<string> Lines(Waterfall trace)
    {
        yield return string.Create(CultureInfo.InvariantCulture, $"trace {trace.TraceId}: {trace.Rows.Count} spans, {Length(trace.Duration)}, from {DateTime.UnixEpoch.AddMicroseconds(trace.Start):yyyy-MM-dd HH:mm:ss.fff}Z");
        if (Waits(trace) is { Length: > 0 } waits)
        {
            yield return waits;
        }

        foreach (var row in trace.Rows)
        {
            var span = row.Span;
            var name = new string(' ', Math.Min(2 * row.Depth, NameWidth / 2)) + row.Label;
            name = name.Length > NameWidth ? name[..(NameWidth - 1)] + "…" : name;
            var from = Math.Min(BarWidth - 1, (int)(trace.Scale.Of(span.Start) * BarWidth));
            var width = Math.Max(1, (int)Math.Ceiling(trace.Scale.Of(span.End) * BarWidth) - from);
            var bar = new string(' ', from) + new string(span.Failed ? '▒' : '█', width);
            yield return $"{name.PadRight(NameWidth)} {bar.PadRight(BarWidth)} {Length(span.Duration),9} {span.Process}{(span.Failed ? " FAILED" : "")}";
        }
    }

    /// <summary>The waits that are drawn short, in words; empty when there are none.</summary>
    public static string Waits(Waterfall trace) =>
        trace.Scale.Waits.Count == 0 ? "" : "not to scale: " + string.Join(", ", trace.Scale.Waits.Select(wait => $"a wait of {Length(wait.To - wait.From)}"));

    /// <summary>As people say it: <c>830 µs</c>, <c>12.4 ms</c>, <c>3.07 s</c>.</summary>
    public static string Length(long microseconds) => microseconds switch
    {
        < 1000 => string.Create(CultureInfo.InvariantCulture, $"{microseconds} µs"),
        < 1_000_000 => string.Create(CultureInfo.InvariantCulture, $"{microseconds / 1e3:0.0} ms"),
        < 120_000_000 => string.Create(CultureInfo.InvariantCulture, $"{microseconds / 1e6:0.00} s"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{microseconds / 60e6:0.0} min"),
    };
}
