using System.Text.Json;
using StreamPlatform.Domain.Operations.Tracing;
using StreamPlatform.Local.Cli.Tracing;
using StreamPlatform.Local.Tests.Cli;

namespace StreamPlatform.Local.Tests.Tracing;

public sealed class TraceStoreTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task It_keeps_the_latest_spans_and_no_more()
    {
        await using var store = await TraceStore.OpenAsync(_folder.Path, keep: 100);
        for (var batch = 0; batch < 5; batch++)
            await store.AddAsync([.. Enumerable.Range(0, 70).Select(i => Spans.Of("t", $"{batch}-{i}", start: batch * 1000 + i))]);

        Assert.Equal(100, await store.CountAsync());
        Assert.Equal("4-69", (await store.ReadAsync("t"))[^1].SpanId);
        Assert.Equal("3-40", (await store.ReadAsync("t"))[0].SpanId);
    }

    [Fact]
    public async Task An_asset_leads_to_its_traces_the_earliest_first_and_they_are_read_by_time()
    {
        await using (var store = await TraceStore.OpenAsync(_folder.Path, keep: 100))
        {
            await store.AddAsync([Spans.Of("late", "a", start: 900, asset: "asset_1"), Spans.Of("early", "b", start: 20, asset: "asset_1")]);
            await store.AddAsync([Spans.Of("early", "c", start: 10), Spans.Of("others", "d", start: 5, asset: "asset_2")]);
        }

        await using var again = await TraceStore.OpenAsync(_folder.Path, keep: 100);
        Assert.Equal(["early", "late"], await again.FindAsync("asset_1"));
        Assert.Equal(["c", "b"], (await again.ReadAsync("early")).Select(span => span.SpanId));
        Assert.Empty(await again.FindAsync("asset_3"));
    }

    [Fact]
    public void What_a_job_leaves_is_taken_once_it_has_ended_and_half_a_line_is_passed_over()
    {
        var whole = Line(Spans.Of("t", "a", 1));
        File.WriteAllText(_folder.At("dead.spans"), whole + whole[..20]);
        using var living = new FileStream(_folder.At("living.spans"), FileMode.CreateNew, FileAccess.Write, FileShare.None);

        var spans = new List<SpanRecord>();
        Assert.Equal([_folder.At("dead.spans")], JobSpans.Take(_folder.Path, spans));
        Assert.Equal("a", Assert.Single(spans).SpanId);

        living.Dispose();
        Assert.Equal(2, JobSpans.Take(_folder.Path, []).Count);
    }

    private static string Line(SpanRecord span)
    {
        using var line = new MemoryStream();
        using (var json = new Utf8JsonWriter(line))
            span.WriteTo(json);
        return System.Text.Encoding.UTF8.GetString(line.ToArray()) + "\n";
    }
}
