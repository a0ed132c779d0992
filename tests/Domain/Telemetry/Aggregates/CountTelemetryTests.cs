using System.Text;
using StreamPlatform.Domain.Telemetry.Aggregates;
using StreamPlatform.Domain.Telemetry.Sessions;
using StreamPlatform.Domain.Telemetry.Streams;

namespace StreamPlatform.Domain.Tests.Telemetry.Aggregates;

public sealed class CountTelemetryTests
{
    [Fact]
    public async Task What_flows_counts_in_the_minute_in_which_it_flowed()
    {
        var told = new Told().Beacon(Told.At(1, 20, watched: 15), Told.At(2, 50, watched: 40, stalled: 5), Told.At(3, 100, watched: 80, stalled: 9));
        var minutes = await told.ReadAsync(Grain.Minute);
        Assert.Equal([58, 59, 0], minutes.Select(window => window.Start.Minute));
        Assert.Equal([15_000L, 25_000, 40_000], minutes.Select(window => window[Metric.WatchedMs]));
        Assert.Equal([0L, 5000, 4000], minutes.Select(window => window[Metric.StalledMs]));
        Assert.Equal([1L, 1, 1], minutes.Select(window => window[Metric.SessionMinutes]));
        // The session as a whole belongs to when it began.
        Assert.Equal([1L, 0, 0], minutes.Select(window => window[Metric.Plays]));

        var hours = await told.ReadAsync(Grain.Hour);
        Assert.Equal([40_000L, 40_000], hours.Select(window => window[Metric.WatchedMs]));
        Assert.Equal([2L, 1], hours.Select(window => window[Metric.SessionMinutes]));
        Assert.Equal([80_000L, 0], hours.Select(window => window[Metric.ViewedMs]));
    }

    [Fact]
    public async Task A_video_its_channel_and_the_platform_count_the_same()
    {
        var aggregates = await new Told().Beacon(Told.At(1, 1, PlaybackEventType.Attempt), Told.At(2, 40, watched: 35)).CountAsync();
        foreach (var subject in new[] { AggregateSubject.Video("asset_1"), AggregateSubject.Channel("channel_1"), AggregateSubject.Platform })
        {
            var day = Assert.Single(await aggregates.ReadAsync(subject, Grain.Day, Told.Began.AddDays(-1), Told.Began.AddDays(1), default));
            Assert.Equal((1L, 35_000L, 1L), (day[Metric.Views], day[Metric.WatchedMs], day.Viewers.Estimate()));
        }
    }

    [Fact]
    public async Task Videos_without_a_channel_count_for_their_owner()
    {
        var told = new Told();
        var aggregates = await told.Beacon(told.Claims with { ChannelId = null }, "1", Told.At(1, 40, watched: 35)).CountAsync();
        Assert.Single(await aggregates.ReadAsync(AggregateSubject.Channel("user_1"), Grain.Day, Told.Began.AddDays(-1), Told.Began.AddDays(1), default));
    }

    [Theory]
    [InlineData(600.0, 29.9, 0)]
    [InlineData(600.0, 30, 1)]
    [InlineData(10.0, 4.9, 0)]
    [InlineData(10.0, 5, 1)]
    [InlineData(null, 30, 1)]
    public async Task A_view_is_thirty_seconds_or_half_of_a_short_title(double? duration, double watched, int views)
    {
        var told = new Told();
        var day = await told.Beacon(told.Claims with { DurationSeconds = duration }, "1", Told.At(1, 40, watched: watched)).DayAsync();
        Assert.Equal((1L, views, views), (day[Metric.Plays], (int)day[Metric.Views], (int)day.Viewers.Estimate()));
        Assert.Equal(TimeSpan.FromSeconds(views * watched), day.AverageViewDuration);
    }

    [Fact]
    public async Task The_way_to_the_first_picture_is_told_apart()
    {
        var told = new Told();
        string[] sessions = ["plays", "leaves", "fails", "breaks", "waits"];
        var claims = sessions.ToDictionary(id => id, id => told.Claims with { SessionId = id });
        foreach (var id in sessions)
            told.Beacon(claims[id], "1", Told.At(1, 1, PlaybackEventType.Attempt));
        told.Beacon(claims["plays"], "1", Told.At(2, 3, PlaybackEventType.Playing) with { StartupMs = 1500 });
        told.Beacon(claims["leaves"], "1", Told.At(2, 3, PlaybackEventType.Exit));
        told.Beacon(claims["fails"], "1", Told.At(2, 3, PlaybackEventType.Error) with { Code = "e", Fatal = true }, Told.At(3, 4, PlaybackEventType.Exit));
        told.Beacon(claims["breaks"], "1", Told.At(2, 9, PlaybackEventType.Error, watched: 5) with { Code = "e", Fatal = true });
        var day = await told.DayAsync();
        Assert.Equal((5L, 2L, 1L, 1L, 1L), (day[Metric.Attempts], day[Metric.Plays], day[Metric.ExitsBeforeStart], day[Metric.StartFailures], day[Metric.PlaybackFailures]));
        Assert.Equal((1L, 1500L), (day[Metric.StartsMeasured], day[Metric.StartupMs]));
        Assert.Equal((1L, 3L), (day.Startup.Count, day[Metric.Scored]));
    }

    [Fact]
    public async Task Retention_counts_plays_by_part_and_nine_tenths_are_a_completion()
    {
        var told = new Told();
        Watch("a", 0, 90);
        Watch("b", 0, 50);
        var day = await told.DayAsync();
        Assert.Equal(Enumerable.Range(0, 100).Select(part => part < 50 ? 2L : part < 90 ? 1 : 0), day.Retention);
        Assert.Equal(1, day[Metric.Completions]);

        void Watch(string session, int from, int count) => told.Beacon(
            told.Claims with { SessionId = session },
            "1",
            Told.At(1, 40, watched: 40) is var one
                ? one with { Totals = one.Totals with { Watched = Enumerable.Range(from, count).Aggregate(default(WatchedParts), (parts, part) => parts.With(part)) } }
                : null!);
    }

    [Fact]
    public async Task Hours_and_days_are_told_apart_by_label()
    {
        var told = new Told();
        told.Beacon(Told.At(1, 40, watched: 35)).Beacon(told.Claims with { SessionId = "ses_2", Country = "FR", Device = DeviceKind.Tv, Source = TrafficSource.Search }, "2", Told.At(1, 40, watched: 20));
        var day = await told.DayAsync();
        Assert.Equal([("DE", 35_000L), ("FR", 20_000)], Of(Breakdown.Country));
        Assert.Equal([("desktop", 35_000L), ("tv", 20_000)], Of(Breakdown.Device));
        Assert.Equal([("player 1 native", 35_000L), ("player 2 native", 20_000)], Of(Breakdown.Player));
        Assert.Equal([("direct", 35_000L), ("search", 20_000)], Of(Breakdown.Source));
        Assert.Equal([("", 55_000L)], Of(Breakdown.Cdn));
        Assert.All(await told.ReadAsync(Grain.Minute), window => Assert.DoesNotContain(Enum.GetValues<Breakdown>(), breakdown => window.By(breakdown).Count > 0));

        IEnumerable<(string, long)> Of(Breakdown breakdown) => day.By(breakdown).Select(row => (row.Key, row.Value[Metric.WatchedMs])).Order();
    }

    [Fact]
    public async Task Labels_beyond_the_bound_count_together()
    {
        var told = new Told();
        for (var i = 0; i < WindowAggregate.MaxLabels + 50; i++)
            told.Beacon(told.Claims with { SessionId = $"ses_{i}" }, $"{i}", Told.At(1, 40, watched: 1));
        var players = (await told.DayAsync()).By(Breakdown.Player);
        Assert.Equal(WindowAggregate.MaxLabels + 1, players.Count);
        Assert.Equal(50, players[WindowAggregate.OtherLabel][Metric.Plays]);
    }

    [Fact]
    public async Task A_verdict_takes_a_session_apart_and_a_later_one_brings_it_back()
    {
        var told = new Told().Beacon(Told.At(1, 40, watched: 35)).Verdict(quarantined: true, at: 5).Beacon(Told.At(2, 100, watched: 90));
        var day = await told.DayAsync();
        Assert.Equal((0L, 0L, 0L), (day[Metric.Sessions], day[Metric.WatchedMs], day[Metric.Views]));
        Assert.Equal((1L, 1L, 90_000L), (day[Metric.QuarantinedSessions], day[Metric.QuarantinedViews], day[Metric.QuarantinedWatchedMs]));

        // One that is older changes nothing, whenever it comes.
        Assert.Equal(0, (await told.Verdict(quarantined: false, at: 4).DayAsync())[Metric.Views]);
        day = await told.Verdict(quarantined: false, at: 6).DayAsync();
        Assert.Equal((1L, 90_000L, 1L, 0L), (day[Metric.Sessions], day[Metric.WatchedMs], day[Metric.Views], day[Metric.QuarantinedSessions]));
        Assert.Equal([35_000L, 55_000], (await told.ReadAsync(Grain.Minute)).Select(window => window[Metric.WatchedMs]).Where(watched => watched > 0));
    }

    [Fact]
    public async Task A_verdict_may_come_before_its_session()
    {
        var day = await new Told().Verdict(quarantined: true, at: 5).Beacon(Told.At(1, 40, watched: 35)).DayAsync();
        Assert.Equal((0L, 1L), (day[Metric.Views], day[Metric.QuarantinedViews]));
    }

    public static TheoryData<SessionClaims> Suspects => new()
    {
        new Told().Claims with { Suspicions = Suspicions.Datacentre },
        new Told().Claims with { Suspicions = Suspicions.BotUserAgent },
        new Told().Claims with { Suspicions = Suspicions.NoUserAgent },
        new Told().Claims with { Device = DeviceKind.Bot },
    };

    [Theory]
    [MemberData(nameof(Suspects))]
    public async Task Sessions_that_were_suspicious_when_they_began_count_apart(SessionClaims claims)
    {
        var day = await new Told().Beacon(claims, "1", Told.At(1, 40, watched: 35)).DayAsync();
        Assert.Equal((0L, 1L, 0L), (day[Metric.Views], day[Metric.QuarantinedViews], day.Viewers.Estimate()));
    }

    [Fact]
    public async Task Watching_faster_than_time_passes_makes_no_view()
    {
        var day = await new Told().Beacon(Told.At(1, 40, watched: 131)).DayAsync();
        Assert.Equal((0L, 1L, 0L), (day[Metric.Views], day[Metric.QuarantinedViews], day.Viewers.Estimate()));
        day = await new Told().Beacon(Told.At(1, 40, watched: 130)).DayAsync();
        Assert.Equal((1L, 0L, 1L), (day[Metric.Views], day[Metric.QuarantinedViews], day.Viewers.Estimate()));
    }

    [Fact]
    public async Task Sessions_of_a_hot_video_are_read_as_one()
    {
        var told = new Told();
        told.Beacon(Told.At(1, 40, watched: 35)).Beacon(told.Claims with { SessionId = "ses_2", Viewer = 2, Bucket = 5 }, "1", Told.At(1, 40, watched: 35));
        var day = await told.DayAsync();
        Assert.Equal((2L, 2L), (day[Metric.Views], day.Viewers.Estimate()));
        var aggregates = await told.CountAsync();
        Assert.Equal(2, await aggregates.SessionsAsync("asset_1", default).CountAsync());
        Assert.Equal(35_000, (await aggregates.FindSessionAsync("asset_1", 5, "ses_2", default))!.WatchedMs);
        Assert.Null(await aggregates.FindSessionAsync("asset_1", 0, "ses_2", default));
    }

    [Fact]
    public async Task A_session_that_went_badly_is_kept_with_its_timeline()
    {
        var told = new Told();
        told.Beacon(told.Claims with { SessionId = "good" }, "1", Told.At(1, 40, watched: 35));
        told.Beacon(
            Told.At(1, 1, PlaybackEventType.Attempt),
            Told.At(2, 20, PlaybackEventType.Heartbeat, watched: 10, stalled: 8),
            Told.At(3, 30, PlaybackEventType.Error, watched: 10, stalled: 9) with { Code = "media_decode", Fatal = true, Message = "It broke", Position = 9.5 });
        var poor = Assert.Single(await (await told.CountAsync()).ListPoorSessionsAsync(AggregateSubject.Video("asset_1"), Told.Began, default));
        Assert.Equal(("ses_1", 0), (poor.Claims!.SessionId, poor.Score));
        Assert.Equal([PlaybackEventType.Attempt, PlaybackEventType.Error], poor.Timeline.Select(each => each.Type));
        Assert.Equal(("media_decode", true, "It broke", 9.5), (poor.Timeline[1].Code, poor.Timeline[1].Fatal, poor.Timeline[1].Message, poor.Timeline[1].Position));
    }

    [Fact]
    public async Task Poor_sessions_of_a_day_are_bounded()
    {
        var told = new Told();
        for (var i = 0; i < 300; i++)
            told.Beacon(told.Claims with { SessionId = $"ses_{i}" }, "1", Told.At(1, 30, watched: 10, stalled: 10));
        Assert.InRange((await (await told.CountAsync()).ListPoorSessionsAsync(AggregateSubject.Video("asset_1"), Told.Began, default)).Count, 15, 20);
        Assert.Equal(300, (await told.DayAsync())[Metric.PoorSessions]);
    }

    [Fact]
    public async Task What_nobody_can_read_is_put_aside_and_the_rest_counts()
    {
        var told = new Told().Raw(Encoding.UTF8.GetBytes("{")).Beacon(Told.At(1, 40, watched: 35)).Raw([]);
        Assert.Equal(1, (await told.DayAsync())[Metric.Views]);
        Assert.Equal([0L, 2], told.Archive.Rejected.Select(each => each.Sequence));
    }

    [Fact]
    public async Task Windows_are_read_from_the_first_that_begins_in_time_to_before_the_end()
    {
        var aggregates = await new Told().Beacon(Told.At(1, 20, watched: 15), Told.At(2, 50, watched: 40), Told.At(3, 100, watched: 80)).CountAsync();
        var start = new DateTimeOffset(2026, 11, 29, 22, 58, 0, TimeSpan.Zero);
        Assert.Equal([58], await StartsAsync(start, start.AddMinutes(1)));
        Assert.Equal([59], await StartsAsync(start.AddSeconds(1), start.AddMinutes(2)));
        Assert.Equal([58, 59], await StartsAsync(start, start.AddSeconds(61)));
        Assert.Empty(await StartsAsync(start.AddMinutes(5), start));

        async Task<IEnumerable<int>> StartsAsync(DateTimeOffset from, DateTimeOffset to) =>
            (await aggregates.ReadAsync(AggregateSubject.Video("asset_1"), Grain.Minute, from, to, default)).Select(window => window.Start.Minute);
    }
}
