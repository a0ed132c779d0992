using Microsoft.Extensions.Time.Testing;
using StreamPlatform.Domain.Processing;
using StreamPlatform.Media.Packaging.Cutting;
using StreamPlatform.Transcoder;

namespace StreamPlatform.Media.Tests.Transcoder;

public sealed class ItemLogTests
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 3, 14, 0, 0, 0, TimeSpan.Zero));

    [Fact]
    public void An_item_has_its_first_segment_when_each_of_its_renditions_has_one()
    {
        var log = new ItemLog(new WorkItemSpec("head", WorkItemKind.HeadStart, WorkPriority.High, 0, 1, ["360p", "und-128k"], 1), 8, null, _time);
        Make(log, "360p", 0);
        _time.Advance(TimeSpan.FromSeconds(1));
        Make(log, "360p", 1);
        Assert.Null(log.Snapshot().FirstSegmentAt);

        var whole = _time.GetUtcNow();
        Make(log, "und-128k", 0);
        _time.Advance(TimeSpan.FromSeconds(1));
        Make(log, "und-128k", 1);
        Assert.Equal(whole, log.Snapshot().FirstSegmentAt);
    }

    private static void Make(ItemLog log, string rendition, long number)
    {
        var segment = new SegmentPart(rendition, new SegmentFacts(number, number * 4, 4, 100, 1000), new byte[1]);
        log.Started(new InitPart(rendition, "avc1.64001F", 1, "00", new byte[1]));
        log.Expect(segment);
        log.Readable(segment);
    }
}
