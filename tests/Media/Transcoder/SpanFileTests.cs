using System.Diagnostics;
using System.Text;
using StreamPlatform.Domain.Operations.Tracing;
using StreamPlatform.Tests;
using StreamPlatform.Transcoder;

namespace StreamPlatform.Media.Tests.Transcoder;

/// <summary>What a job leaves of its spans.</summary>
public sealed class SpanFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("spans-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void It_has_a_line_a_span_and_is_locked_while_its_job_lives()
    {
        using var trace = new RecordedSpans();
        using (var file = SpanFile.Open(_folder)!)
        {
            using (PlatformTraces.Process("transcode", trace.Root.Id, "asset_1"))
            using (PlatformTraces.Start("open source"))
            {
            }

            Assert.Throws<IOException>(() => File.Open(Directory.GetFiles(_folder)[0], FileMode.Open, FileAccess.Read, FileShare.None).Dispose());
        }

        // Tests beside this one have spans, too.
        var spans = File.ReadLines(Assert.Single(Directory.GetFiles(_folder)))
            .Select(line => SpanRecord.Parse(Encoding.UTF8.GetBytes(line))!)
            .Where(span => span.TraceId == trace.Root.TraceId.ToHexString())
            .ToList();
        Assert.Equal(["open source", "process transcode"], spans.Select(span => span.Name));
        Assert.Equal((spans[1].SpanId, trace.Root.SpanId.ToHexString(), "transcoder"), (spans[0].ParentId, spans[1].ParentId, spans[1].Process));
    }

    [Fact]
    public void An_item_that_nobody_records_leaves_nothing()
    {
        using var file = SpanFile.Open(_folder)!;
        Activity.Current = null;

        Assert.Null(PlatformTraces.Process("transcode", null, "asset_1"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("/proc/nowhere")]
    public void Without_a_folder_there_is_none(string? folder) => Assert.Null(SpanFile.Open(folder));
}
