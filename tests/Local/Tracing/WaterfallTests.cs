using System.Xml.Linq;
using StreamPlatform.Local.Cli.Tracing;

namespace StreamPlatform.Local.Tests.Tracing;

public sealed class WaterfallTests
{
    private const long Second = 1_000_000;

    [Fact]
    public void Each_span_stands_below_the_one_that_led_to_it_by_time_and_once()
    {
        var waterfall = Waterfall.Of("t",
        [
            Spans.Of("t", "c", 30, parent: "a"), Spans.Of("t", "a", 0, 100), Spans.Of("t", "d", 25, parent: "b"), Spans.Of("t", "b", 20, parent: "a"), Spans.Of("t", "a", 0, 100),
        ])!;

        Assert.Equal(["0 a", "1 b", "2 d", "1 c"], waterfall.Rows.Select(row => $"{row.Depth} {row.Span.SpanId}"));
        Assert.Equal((0, 100), (waterfall.Start, waterfall.Duration));
    }

    [Fact]
    public void Steps_of_a_workflow_that_still_runs_stand_below_a_row_that_says_so()
    {
        var waterfall = Waterfall.Of("t", [Spans.Of("t", "a", 0), Spans.Of("t", "b", 20, parent: "flow", workflow: "process-1"), Spans.Of("t", "c", 50, parent: "flow", workflow: "process-1")])!;

        Assert.Equal(["0 work", "0 workflow, not ended yet", "1 work", "1 work"], waterfall.Rows.Select(row => $"{row.Depth} {row.Span.Name}"));
        Assert.Equal((20, 40), (waterfall.Rows[1].Span.Start, waterfall.Rows[1].Span.Duration));
    }

    [Fact]
    public void Spans_that_name_each_other_as_parents_do_not_lead_in_circles() =>
        Assert.Equal("a", Assert.Single(Waterfall.Of("t", [Spans.Of("t", "a", 0, parent: "a")])!.Rows).Span.SpanId);

    [Fact]
    public void A_wait_longer_than_all_that_ran_is_drawn_short()
    {
        var scale = new TimeScale([(0, 10 * Second), (5 * Second, 20 * Second), (3600 * Second, 3610 * Second)]);

        Assert.Equal([(20 * Second, 3600 * Second)], scale.Waits);
        Assert.Equal(0, scale.Of(0));
        Assert.Equal(1, scale.Of(3610 * Second), 6);
        Assert.Equal(20 / 31.5, scale.Of(20 * Second), 6);
        Assert.Equal(21.5 / 31.5, scale.Of(3600 * Second), 6);
    }

    [Fact]
    public void A_short_wait_is_drawn_as_it_was()
    {
        var scale = new TimeScale([(0, 10), (15, 20)]);

        Assert.Empty(scale.Waits);
        Assert.Equal(0.5, scale.Of(10), 6);
        Assert.Equal(0.75, scale.Of(15), 6);
    }

    [Fact]
    public void Nothing_is_left_of_a_trace_without_spans() => Assert.Null(Waterfall.Of("t", []));

    [Fact]
    public void Its_lines_have_a_bar_each_within_the_picture()
    {
        var lines = WaterfallText.Lines(Waterfall.Of("t", [Spans.Of("t", "a", 0, 2 * Second), Spans.Of("t", "b", Second, Second, parent: "a"), Spans.Of("t", "c", 2 * Second, 0, parent: "a")])!).ToList();

        Assert.Equal("trace t: 3 spans, 2.00 s, from 1970-01-01 00:00:00.000Z", lines[0]);
        Assert.Equal([new string('█', 56), new string('█', 28), "█"], lines.Skip(1).Select(line => line[45..101].Trim()));
        Assert.Equal(["2.00 s platform", "1.00 s platform", "0 µs platform"], lines.Skip(1).Select(line => line[101..].Trim()));
    }

    [Fact]
    public void Its_picture_is_XML_with_a_bar_a_span_inside_it_whatever_the_names_are()
    {
        var waterfall = Waterfall.Of("t", [Spans.Of("t", "a", 0, 2 * Second, name: "<a> & \"b\""), Spans.Of("t", "b", 2 * Second, 0, parent: "a"), Spans.Of("t", "c", 3600 * Second, Second)])!;

        var svg = XDocument.Parse(WaterfallSvg.Draw(waterfall, "The way of <x>")).Root!;
        XNamespace ns = "http://www.w3.org/2000/svg";
        var bars = svg.Elements(ns + "rect").Where(bar => bar.Attribute("rx") is not null).ToList();
        Assert.Equal(3, bars.Count);
        Assert.All(bars, bar => Assert.InRange((double)bar.Attribute("x")! + (double)bar.Attribute("width")!, 0, 1280));
        Assert.Contains(svg.Elements(ns + "text"), text => text.Value == "<a> & \"b\"");
        Assert.Contains(svg.Elements(ns + "text"), text => text.Value.Contains("60.0 min", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(830, "830 µs")]
    [InlineData(12_400, "12.4 ms")]
    [InlineData(3_070_000, "3.07 s")]
    [InlineData(360_000_000, "6.0 min")]
    public void Times_are_said_as_people_say_them(long microseconds, string words) => Assert.Equal(words, WaterfallText.Length(microseconds));
}
