using Microsoft.Extensions.Time.Testing;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Telemetry.Aggregates;
using StreamPlatform.Domain.Telemetry.Sessions;
using StreamPlatform.Domain.Telemetry.Streams;
using StreamPlatform.Domain.Telemetry.Truth;
using StreamPlatform.Domain.Tests.Telemetry.Ingest;

namespace StreamPlatform.Domain.Tests.Telemetry.Truth;

public sealed class QuarantineTests
{
    private readonly string _asset = AssetIds.New();
    private readonly FakeTimeProvider _clock = new(Told.Began.AddHours(1));
    private readonly RecordingStream _stream = new();
    private readonly Told _told = new();

    [Fact]
    public async Task What_counts_apart_is_listed_with_its_rule_page_by_page()
    {
        var bot = View(1, bucket: 0, suspicions: Suspicions.BotUserAgent);
        var liar = View(2, bucket: 7, watched: 4000);
        var judged = View(3, bucket: 0);
        View(4, bucket: 0);
        _told.Raw(TelemetryRecordWriter.ToBytes(new VerdictRecord(judged, _asset, 0, true, JudgeViews.Rule, 5)));
        var quarantine = new Quarantine(await _told.CountAsync(), _stream, _clock);

        var first = await quarantine.ListAsync(_asset, new PageRequest(null, 2), default);
        var second = await quarantine.ListAsync(_asset, new PageRequest(first.Cursor, 2), default);

        Assert.Equal([(bot, "suspicious"), (liar, "implausible"), (judged, JudgeViews.Rule)], first.Items.Concat(second.Items).Select(session => (session.SessionId, session.Rule)));
        Assert.Null(second.Cursor);
    }

    [Fact]
    public async Task An_operator_releases_what_rules_set_apart_and_sets_apart_what_they_let_pass()
    {
        var (bot, viewer) = (View(1, bucket: 7, suspicions: Suspicions.BotUserAgent), View(2, bucket: 0));

        Assert.True(await JudgeAsync(bot, quarantined: false));
        Assert.True(await JudgeAsync(viewer, quarantined: true));
        Assert.Equal((1L, 1L), await ViewsAsync());
        Assert.Equal([(bot, false), (viewer, true)], (await new Quarantine(await _told.CountAsync(), _stream, _clock).ListAsync(_asset, new PageRequest(null, 10), default)).Items.Select(session => (session.SessionId, session.Quarantined)));

        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.True(await JudgeAsync(viewer, quarantined: false));
        Assert.Equal((2L, 0L), await ViewsAsync());
    }

    [Fact]
    public async Task A_verdict_on_a_session_that_is_not_kept_waits_for_a_recount_and_one_on_nothing_is_none()
    {
        Assert.False(await JudgeAsync(OpaqueId.New("ses"), quarantined: true));
        Assert.Equal("quarantine.not_found", (await new Quarantine(await _told.CountAsync(), _stream, _clock).JudgeAsync(_asset, "ses_1", true, default)).Error!.Code);
    }

    private string View(int number, int bucket, Suspicions suspicions = Suspicions.None, int watched = 40)
    {
        var began = Told.Began.AddMinutes(number);
        var claims = _told.Claims with { SessionId = OpaqueId.New("ses"), AssetId = _asset, Bucket = bucket, Suspicions = suspicions, Viewer = (ulong)number, StartedAt = began };
        _told.Beacon(claims, "1", new PlaybackEvent(1, PlaybackEventType.Exit, began.AddSeconds(50).ToUnixTimeMilliseconds(), new PlaybackTotals { WatchedMs = watched * 1000 }));
        return claims.SessionId;
    }

    private async Task<bool> JudgeAsync(string session, bool quarantined)
    {
        var kept = await new Quarantine(await _told.CountAsync(), _stream, _clock).JudgeAsync(_asset, session, quarantined, default);
        _told.Raw(TelemetryRecordWriter.ToBytes(_stream.Records[^1]));
        return kept.Value;
    }

    private async Task<(long Counted, long Apart)> ViewsAsync()
    {
        var day = Assert.Single(await (await _told.CountAsync()).ReadAsync(AggregateSubject.Video(_asset), Grain.Day, Told.Began.AddDays(-1), Told.Began.AddDays(1), default));
        return (day[Metric.Views], day[Metric.QuarantinedViews]);
    }
}
