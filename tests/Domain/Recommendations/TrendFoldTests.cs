using StreamPlatform.Domain.Recommendations.Trending;

namespace StreamPlatform.Domain.Tests.Recommendations;

/// <summary>What a video's hours are worth together, on hours that chance makes.</summary>
public sealed class TrendFoldTests
{
    private static readonly DateTimeOffset Began = new(2026, 3, 14, 0, 0, 0, TimeSpan.Zero);
    private static readonly string[] Countries = ["DE", "FR", "JP"];
    private static readonly IReadOnlyDictionary<string, int> Nobody = new Dictionary<string, int>();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Going_on_from_hour_to_hour_comes_to_what_all_hours_from_the_start_come_to(int seed)
    {
        var luck = new Random(seed);
        var hours = Enumerable.Range(0, 60).Select(at => Chance(luck, at)).ToList();
        var (state, now, likes) = (Begin(), (IReadOnlyDictionary<string, RegionTrend>)new Dictionary<string, RegionTrend>(), new long[60]);
        for (var at = 0; at < 60; at++)
        {
            if (luck.Next(3) == 0)
                continue;
            likes[at] = luck.Next(20);
            state = TrendFold.Engage(state, new EngagementTotals(likes.Sum(), 0, 0, 0), "channel_1", 0, isNew: true, Hour(at));

            // Twice, as it is after a crash, and in any order.
            var told = hours.Where(hour => hour.Start >= state.SettledUntil && hour.Start <= Hour(at)).OrderBy(_ => luck.Next()).ToList();
            var (after, first) = TrendFold.Fold(state, told, Nobody, Hour(at));
            (state, now) = TrendFold.Fold(after, [.. hours.Where(hour => hour.Start <= Hour(at)).Reverse()], Nobody, Hour(at));
            Assert.Equal(first.OrderBy(region => region.Key), now.OrderBy(region => region.Key));
            AssertWorth(hours, likes, at, now);
        }
    }

    [Fact]
    public void More_viewers_are_never_worth_less()
    {
        var luck = new Random(4);
        for (var run = 0; run < 200; run++)
        {
            var hours = Enumerable.Range(0, 30).Select(at => Chance(luck, at)).ToList();
            var more = hours.ToList();
            var place = luck.Next(30);
            more[place] = Hours(place, [.. Countries.Select(country => hours[place].Countries.GetValueOrDefault(country).Views + luck.Next(1, 50))], hours[place].Completions);
            Assert.True(SumOf(more) > SumOf(hours));
        }
    }

    [Fact]
    public void What_nobody_watches_any_more_loses_half_of_it_in_a_day()
    {
        var hour = Hours(0, [100, 0, 0], 0);
        var (after, first) = TrendFold.Fold(Begin(), [hour], Nobody, Hour(0));
        Assert.Equal(first[Regions.World].Sum / 2, TrendFold.Fold(after, [hour], Nobody, Hour(24)).Now[Regions.World].Sum, 9);
        Assert.Empty(TrendFold.Fold(after, [hour], Nobody, Hour(24 * 14)).Now);
    }

    [Fact]
    public void A_loud_hour_is_worth_less_than_the_same_over_a_day()
    {
        var spike = SumOf([Hours(23, [2400, 0, 0], 0)]);
        var steady = SumOf([.. Enumerable.Range(0, 24).Select(at => Hours(at, [100, 0, 0], 0))]);
        Assert.True(spike < steady / 1.5, $"{spike} against {steady}");
    }

    [Fact]
    public void Likes_count_at_most_as_much_as_watching_and_dislikes_take_away()
    {
        double Liked(long likes, long dislikes, long viewers)
        {
            var state = TrendFold.Engage(Begin(), new EngagementTotals(likes, dislikes, 0, 0), "channel_1", 0, isNew: true, Hour(0));
            return TrendFold.Fold(state, viewers == 0 ? [] : [Hours(0, [viewers, 0, 0], 0)], Nobody, Hour(0)).Now.GetValueOrDefault(Regions.World)?.Sum ?? 0;
        }

        Assert.Equal(0, Liked(1000, 0, 0));
        Assert.Equal(Liked(50, 0, 100), Liked(100_000, 0, 100));
        Assert.True(Liked(3, 0, 100) > Liked(2, 0, 100));
        Assert.True(Liked(0, 3, 100) < Liked(0, 0, 100));
        Assert.Equal(0, Liked(0, 1000, 100));
    }

    [Fact]
    public void Of_an_older_video_only_what_comes_from_now_on_is_of_late()
    {
        var first = TrendFold.Engage(Begin(), new EngagementTotals(100_000, 0, 5000, 10), "channel_1", 1, isNew: false, Hour(0));
        Assert.Empty(first.Engaged);
        var then = TrendFold.Engage(first, new EngagementTotals(100_001, 0, 5002, 14), "channel_1", 0.5, isNew: false, Hour(1));
        Assert.Equal([new HourEngagement(Hour(1), 4 + 12 + 20)], then.Engaged);

        // Another channel's subscribers didn't come by it.
        Assert.Equal(then.Engaged, TrendFold.Engage(then, new EngagementTotals(100_001, 0, 5002, 9000), "channel_2", 1, isNew: false, Hour(2)).Engaged);
    }

    [Fact]
    public void The_viewers_of_a_country_are_never_taken_for_more_than_they_are()
    {
        var luck = new Random(5);
        for (var run = 0; run < 500; run++)
        {
            // People who watch several times, and some in several countries.
            var views = Enumerable.Range(0, luck.Next(1, 90)).Select(_ => (Person: luck.Next(60), Country: Countries[luck.Next(3)])).ToList();
            var sure = SureViewers.Of(
                views.Select(view => view.Person).Distinct().Count(), views.Count, views.GroupBy(view => view.Country).ToDictionary(some => some.Key, some => some.LongCount()));
            foreach (var (country, count) in sure)
                Assert.InRange(count, 1, views.Where(view => view.Country == country).Select(view => view.Person).Distinct().Count());
        }

        Assert.Equal(40, SureViewers.Of(50, 50, new Dictionary<string, long> { ["DE"] = 40, ["FR"] = 10 })["DE"]);

        // A sketch that counts a hundredth too many makes nobody out of nothing.
        Assert.DoesNotContain("LI", SureViewers.Of(1_010_000, 1_000_000, new Dictionary<string, long> { ["DE"] = 999_990, ["LI"] = 10 }).Keys);
    }

    private static void AssertWorth(List<TrendHour> hours, long[] likes, int at, IReadOnlyDictionary<string, RegionTrend> now)
    {
        foreach (var region in Countries.Append(Regions.World))
        {
            var expected = Enumerable.Range(0, at + 1).Sum(each => Math.Pow(2, -(at - each) / 24.0) * (region == Regions.World
                ? TrendRules.Worth(hours[each].Watched, 4 * likes[each])
                : TrendRules.Worth(hours[each].WatchedIn(region), 4 * likes[each] * hours[each].ShareOf(region))));
            Assert.Equal(expected, now.GetValueOrDefault(region)?.Sum ?? 0, 1.0 * TrendRules.Least);
        }
    }

    private static double SumOf(IReadOnlyList<TrendHour> hours) => TrendFold.Fold(Begin(), hours, Nobody, Hour(30)).Now[Regions.World].Sum;

    private static VideoTrend Begin() => new(1, "asset_1", Began.AddDays(-7), new Dictionary<string, RegionTrend>(), [], null, null);

    private static DateTimeOffset Hour(int at) => Began.AddHours(at);

    private static TrendHour Chance(Random luck, int at) => Hours(at, [luck.Next(100), luck.Next(20), luck.Next(2)], luck.Next(10));

    private static TrendHour Hours(int at, long[] views, long completions) => new(
        Hour(at), views.Sum(), views.Sum(), Math.Min(completions, views.Sum()), Countries.Zip(views).Where(some => some.Second > 0).ToDictionary(some => some.First, some => (some.Second, 0L)));
}
