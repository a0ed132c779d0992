using System.Globalization;
using System.Security;
using System.Text;

namespace StreamPlatform.Local.Cli.Tracing;

/// <summary>A waterfall as a picture.</summary>
internal static class WaterfallSvg
{
    private const int Width = 1280;
    private const int Left = 330;
    private const int Right = 90;
    private const int Row = 17;
    private const int Head = 64;
    private const int Ticks = 6;

    /// <summary>Beyond, nobody can read it; the picture says how many more there are.</summary>
    private const int MaxRows = 300;

    private static readonly Dictionary<string, string> Colours = new(StringComparer.Ordinal)
    {
        ["server"] = "#2f6f9f",
        ["consumer"] = "#3f8f5f",
        ["producer"] = "#b07d2b",
        ["client"] = "#b07d2b",
        ["internal"] = "#7a6aa8",
    };

    public static string Draw(Waterfall trace, string title)
    {
        var rows = trace.Rows.Take(MaxRows).ToList();
        var height = Head + Row * rows.Count + 28;
        var svg = new StringBuilder();
        Line(svg, $"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {Width} {height}" width="{Width}" height="{height}" role="img" font-family="ui-monospace, Menlo, Consolas, monospace" font-size="11">""");
        Line(svg, $"""<title>{SecurityElement.Escape(title)}</title>""");
        Line(svg, $"""<rect width="{Width}" height="{height}" fill="#ffffff"/>""");
        Line(svg, $"""<text x="12" y="22" font-size="14" font-weight="bold" fill="#1c2630">{SecurityElement.Escape(title)}</text>""");
        Line(svg, $"""<text x="12" y="40" fill="#56636f">trace {trace.TraceId} · {trace.Rows.Count} spans · {WaterfallText.Length(trace.Duration)}</text>""");
        Axis(svg, trace, height);
        for (var index = 0; index < rows.Count; index++)
        {
            Bar(svg, trace, rows[index], Head + Row * index);
        }

        var more = trace.Rows.Count - rows.Count;
        Line(svg, $"""<text x="12" y="{height - 9}" fill="#56636f">{(more > 0 ? $"{more} more spans · " : "")}blue: server · green: takes a message · ochre: sends one · violet: within · red: failed · lighter: the transcoder's process</text>""");
        svg.Append("</svg>\n");
        return svg.ToString();
    }

    private static void Axis(StringBuilder svg, Waterfall trace, int height)
    {
        if (trace.Scale.Waits.Count == 0)
        {
            for (var tick = 0; tick <= Ticks; tick++)
            {
                Mark(svg, Left + (Width - Left - Right) * tick / (double)Ticks, WaterfallText.Length(trace.Duration * tick / Ticks), height);
            }
        }

        foreach (var (from, to) in trace.Scale.Waits)
        {
            Mark(svg, (X(trace, from) + X(trace, to)) / 2, $"⋯ {WaterfallText.Length(to - from)} ⋯", height);
        }
    }

    private static void Mark(StringBuilder svg, double x, string text, int height)
    {
        Line(svg, $"""<line x1="{x:0.0}" y1="{Head - 6}" x2="{x:0.0}" y2="{height - 26}" stroke="#e3e8ec"/>""");
        Line(svg, $"""<text x="{x:0.0}" y="{Head - 10}" text-anchor="middle" fill="#56636f">{text}</text>""");
    }

    private static double X(Waterfall trace, long instant) => Left + trace.Scale.Of(instant) * (Width - Left - Right);

    private static void Bar(StringBuilder svg, Waterfall trace, Waterfall.Row row, int y)
    {
        var x = X(trace, row.Span.Start);
        var width = Math.Max(1.5, X(trace, row.Span.End) - x);
        var colour = row.Span.Failed ? "#c0392b" : Colours.GetValueOrDefault(row.Span.Kind, "#7a6aa8");
        var indent = 12 + 10 * Math.Min(row.Depth, 12);
        Line(svg, $"""<text x="{indent}" y="{y + 12}" fill="#1c2630">{SecurityElement.Escape(Fit(row.Label, (Left - indent - 6) / 6.7))}</text>""");
        Line(svg, $"""<rect x="{x:0.0}" y="{y + 3}" width="{width:0.0}" height="{Row - 6}" rx="2" fill="{colour}"{(row.Span.Process == "transcoder" ? " fill-opacity=\"0.6\"" : "")}/>""");
        Line(svg, $"""<text x="{Math.Min(x + width + 4, Width - Right + 6):0.0}" y="{y + 12}" fill="#56636f">{WaterfallText.Length(row.Span.Duration)}</text>""");
    }

    private static string Fit(string name, double letters) => name.Length <= letters ? name : name[..Math.Max(1, (int)letters - 1)] + "…";

    private static void Line(StringBuilder svg, FormattableString line) => svg.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
