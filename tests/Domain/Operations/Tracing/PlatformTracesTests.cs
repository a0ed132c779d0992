using System.Diagnostics;
using System.Text.Json;
using StreamPlatform.Domain.Operations.Tracing;
using StreamPlatform.Domain.Processing;
using StreamPlatform.Tests;

namespace StreamPlatform.Domain.Tests.Operations.Tracing;

public sealed class PlatformTracesTests
{
    [Fact]
    public void What_nobody_records_leaves_no_context_in_messages()
    {
        using var quiet = new Activity("quiet").SetIdFormat(ActivityIdFormat.W3C).Start();

        Assert.Null(PlatformTraces.Parent);
        Assert.DoesNotContain("traceParent", JsonSerializer.Serialize(new WorkItem("a", "r", "i") { TraceParent = PlatformTraces.Parent }, DomainJson.Options), StringComparison.Ordinal);
    }

    [Fact]
    public void A_message_that_was_sent_and_worked_on_is_two_spans_of_one_trace()
    {
        using var trace = new RecordedSpans();
        string? carried;
        using (PlatformTraces.Send("transcode-high", "asset_1"))
        {
            carried = PlatformTraces.Parent;
        }

        var root = Activity.Current;
        Activity.Current = null;
        using (var work = PlatformTraces.Process("transcode", carried, "asset_1"))
        {
            work.Fail("transcode.failed");
        }

        Activity.Current = root;
        var (sent, worked) = (trace["send transcode-high"], trace["process transcode"]);
        Assert.Equal((ActivityKind.Producer, trace.Root.SpanId), (sent.Kind, sent.ParentSpanId));
        Assert.Equal((ActivityKind.Consumer, sent.SpanId), (worked.Kind, worked.ParentSpanId));
        Assert.Equal(("asset_1", "transcode.failed", ActivityStatusCode.Error), (worked.GetTagItem(SpanTags.AssetId), worked.GetTagItem(SpanTags.ErrorType), worked.Status));
    }

    [Fact]
    public void A_trigger_that_knows_of_no_trace_goes_on_with_the_one_that_a_record_carried()
    {
        using var trace = new RecordedSpans();
        var carried = PlatformTraces.Parent;
        using (var trigger = new Activity("trigger").SetIdFormat(ActivityIdFormat.W3C))
        {
            trigger.SetParentId(ActivityTraceId.CreateRandom(), ActivitySpanId.CreateRandom(), ActivityTraceFlags.Recorded);
            trigger.Start();
            using (var going = PlatformTraces.Continue("commit upload", carried, "asset_1"))
            {
                Assert.Equal(going, Activity.Current);
                Assert.Equal(trigger.StartTimeUtc, going!.StartTimeUtc);
                Assert.Equal(trigger.TraceId, Assert.Single(going.Links).Context.TraceId);
            }

            Assert.Equal(trigger, Activity.Current);
        }

        Assert.Equal(trace.Root.SpanId, trace["commit upload"].ParentSpanId);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("00-nonsense")]
    public void What_carried_no_context_goes_on_with_nothing(string? carried)
    {
        using var trace = new RecordedSpans();
        Assert.Null(PlatformTraces.Continue("commit upload", carried, "asset_1"));
    }

    [Fact]
    public void A_span_is_read_back_from_the_line_that_it_was_written_to_with_its_words_cut_short()
    {
        using var trace = new RecordedSpans();
        using (PlatformTraces.Start("index video", ActivityKind.Client)?.SetTag("long", new string('x', 10_000)).SetTag("number", 3).SetTag("none", null))
        {
            PlatformTraces.Concerns("asset_1", "process-1");
        }

        var span = SpanRecord.Of(trace["index video"], "platform");
        using var line = new MemoryStream();
        using (var json = new Utf8JsonWriter(line))
        {
            span.WriteTo(json);
        }

        var read = SpanRecord.Parse(line.ToArray())!;
        Assert.Equal(span with { Attributes = read.Attributes }, read);
        Assert.Equal(
            ("client", trace.Root.SpanId.ToHexString(), "asset_1", "process-1", "3", 256),
            (read.Kind, read.ParentId, read.AssetId, read.Attributes[SpanTags.WorkflowId], read.Attributes["number"], read.Attributes["long"].Length));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("{\"traceId\":\"0af7")]
    public void Half_a_line_is_no_span(string line) => Assert.Null(SpanRecord.Parse(System.Text.Encoding.UTF8.GetBytes(line)));
}
