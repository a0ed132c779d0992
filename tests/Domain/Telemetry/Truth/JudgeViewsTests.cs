using Microsoft.Extensions.Time.Testing;
using StreamPlatform.Domain.Telemetry.Aggregates;
using StreamPlatform.Domain.Telemetry.Streams;
using StreamPlatform.Domain.Telemetry.Truth;
using StreamPlatform.Domain.Tests.Telemetry.Ingest;

namespace StreamPlatform.Domain.Tests.Telemetry.Truth;

public sealed class JudgeViewsTests
{
    private static readonly DateTimeOffset Hour = new(2026, 11, 29, 22, 0, 0, TimeSpan.Zero);

    private readonly FakeTimeProvider _clock = new(Hour.AddHours(1));
    private RecordingStream _stream = new();
    private readonly Told _told = new();

    [Fact]
    public async Task Of_a_viewers_views_within_an_hour_only_the_first_ten_count()
    {
        ViewsOf(viewer: 1, JudgeViews.MostPerHour + 3);
        ViewsOf(viewer: 2, 2);

        Assert.Equal(3, await JudgeAsync());

        Assert.Equal(["ses_1_10", "ses_1_11", "ses_1_12"], _stream.Records.Cast<VerdictRecord>().Select(verdict => verdict.SessionId));
        var day = await CountedAsync();
        Assert.Equal(JudgeViews.MostPerHour + 2, day[Metric.Views]);
        Assert.Equal(3, day[Metric.QuarantinedViews]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(20)]
    public async Task More_views_than_fit_into_memory_are_judged_some_viewers_at_a_time(int held)
    {
        for (var viewer = 1u; viewer <= 5; viewer++)
            ViewsOf(viewer, JudgeViews.MostPerHour + 2);
        var judge = new JudgeViews(await _told.CountAsync(), _stream, _clock) { MostHeld = held };

        Assert.Equal(10, await judge.JudgeAsync("asset_1", Hour, Hour.AddHours(2), default));
        Assert.Equal(
            Enumerable.Range(1, 5).SelectMany(viewer => new[] { $"ses_{viewer}_10", $"ses_{viewer}_11" }),
            _stream.Records.Cast<VerdictRecord>().Select(verdict => verdict.SessionId).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Judging_again_sends_nothing_new()
    {
        ViewsOf(viewer: 1, JudgeViews.MostPerHour + 3);
        await JudgeAsync();
        await CountedAsync();

        Assert.Equal(0, await JudgeAsync());
    }

    [Fact]
    public async Task What_comes_late_may_set_a_later_view_apart_and_nothing_that_was_judged_by_hand()
    {
        ViewsOf(viewer: 1, JudgeViews.MostPerHour + 1);
        await JudgeAsync();
        await CountedAsync();
        Send("ses_1_10", quarantined: false, "operator");
        await CountedAsync();

        Assert.Equal(0, await JudgeAsync());
        Assert.Equal(JudgeViews.MostPerHour + 1, (await CountedAsync())[Metric.Views]);
    }

    [Fact]
    public async Task A_view_that_counts_after_all_is_released()
    {
        ViewsOf(viewer: 1, JudgeViews.MostPerHour + 1);
        await JudgeAsync();
        Send("ses_1_0", quarantined: true, "operator");
        await CountedAsync();

        Assert.Equal(1, await JudgeAsync());
        Assert.Equal(JudgeViews.MostPerHour, (await CountedAsync())[Metric.Views]);
        Assert.Equal(0, await JudgeAsync());
    }

    [Fact]
    public async Task Another_hour_counts_anew_and_what_is_no_view_is_not_judged()
    {
        ViewsOf(viewer: 1, JudgeViews.MostPerHour);
        ViewsOf(viewer: 1, 2, after: TimeSpan.FromHours(1), name: "later");
        ViewsOf(viewer: 1, 5, watched: 5, name: "short");

        Assert.Equal(0, await JudgeAsync());
    }

    private void ViewsOf(ulong viewer, int count, TimeSpan after = default, double watched = 40, string? name = null)
    {
        for (var n = 0; n < count; n++)
        {
            var began = Hour + after + TimeSpan.FromMinutes(n);
            var claims = _told.Claims with { SessionId = $"ses_{name ?? viewer.ToString()}_{n}", Viewer = viewer, StartedAt = began };
            _told.Beacon(claims, "1", new PlaybackEvent(1, PlaybackEventType.Exit, began.AddSeconds(watched + 1).ToUnixTimeMilliseconds(), new PlaybackTotals { WatchedMs = (long)(watched * 1000) }));
        }
    }

    private async Task<int> JudgeAsync() =>
        await new JudgeViews(await _told.CountAsync(), _stream, _clock).JudgeAsync("asset_1", Hour, Hour.AddHours(2), default);

    /// <summary>The day once what was sent is counted.</summary>
    private async Task<WindowAggregate> CountedAsync()
    {
        foreach (var verdict in _stream.Records.Cast<VerdictRecord>())
            _told.Raw(TelemetryRecordWriter.ToBytes(verdict));
        _stream = new RecordingStream();
        return await _told.DayAsync();
    }

    private void Send(string session, bool quarantined, string rule)
    {
        _clock.Advance(TimeSpan.FromMinutes(1));
        _told.Raw(TelemetryRecordWriter.ToBytes(new VerdictRecord(session, "asset_1", 0, quarantined, rule, _clock.GetUtcNow().ToUnixTimeMilliseconds())));
    }
}
