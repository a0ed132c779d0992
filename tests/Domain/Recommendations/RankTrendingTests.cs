using StreamPlatform.Domain.Catalog.Metadata;
using StreamPlatform.Domain.Recommendations.Trending;

namespace StreamPlatform.Domain.Tests.Recommendations;

public sealed class RankTrendingTests
{
    private static readonly DateTimeOffset Hour = new(2026, 3, 14, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_order_of_what_comes_in_changes_nothing()
    {
        var luck = new Random(1);
        var candidates = Enumerable.Range(0, 400).Select(n => Candidate(n, luck.Next(100), luck.Next(1, 500))).ToList();
        var list = RankTrending.Rank(Regions.World, null, candidates, 1, Hour)!;
        for (var run = 0; run < 5; run++)
        {
            var again = RankTrending.Rank(Regions.World, null, candidates.OrderBy(_ => luck.Next()), 1, Hour)!;
            Assert.Equal(list.Videos, again.Videos);
        }
    }

    [Fact]
    public void Lists_that_go_on_from_those_before_are_those_of_all_that_was_ever_weighed()
    {
        var luck = new Random(2);
        var (standing, list) = (new Dictionary<string, (TrendCandidate Candidate, DateTimeOffset Hour)>(), (TrendingList?)null);
        for (var at = 0; at < 12; at++)
        {
            var hour = Hour.AddHours(at);
            var some = Enumerable.Range(0, 30).Select(_ => luck.Next(60)).Distinct().Select(n => Candidate(n, n, luck.Next(1, 500))).ToList();
            foreach (var candidate in some)
                standing[candidate.AssetId] = (candidate, hour);
            list = RankTrending.Rank(Regions.World, list, some, at + 1, hour)!;

            var all = standing.Values.Select(one => (one.Candidate.AssetId, Score: TrendRules.Score(
                one.Candidate.Regions[Regions.World].Sum * TrendRules.Decay(hour - one.Hour), one.Candidate.PublishedAt, hour.AddHours(1))));
            Assert.Equal(all.OrderByDescending(one => one.Score).ThenBy(one => one.AssetId, StringComparer.Ordinal).Select(one => one.AssetId), list.Videos.Select(video => video.AssetId));
        }
    }

    [Fact]
    public void A_channel_has_three_places_in_all_and_in_each_category()
    {
        var music = Enumerable.Range(0, 6).Select(n => Candidate(n, channel: 1, 500 - n, VideoCategory.Music));
        var sports = Enumerable.Range(6, 6).Select(n => Candidate(n, channel: 1, 400 - n, VideoCategory.Sports));
        var other = Candidate(20, channel: 2, 1);
        var list = RankTrending.Rank(Regions.World, null, [.. music, .. sports, other], 1, Hour)!;

        Assert.Equal([IdOf(0), IdOf(1), IdOf(2), IdOf(20)], list.Of(null).Select(video => video.AssetId));
        Assert.Equal([IdOf(6), IdOf(7), IdOf(8)], list.Of(VideoCategory.Sports).Select(video => video.AssetId));
        Assert.Equal(7, list.Videos.Count);
    }

    [Fact]
    public void An_old_video_needs_more_viewers_than_a_new_one_and_ten_times_as_many_at_most()
    {
        var (old, ancient) = (Candidate(1, 1, 199) with { PublishedAt = Hour.AddDays(-7) }, Candidate(2, 2, 1001) with { PublishedAt = Hour.AddYears(-5) });
        var list = RankTrending.Rank(Regions.World, null, [old, ancient, Candidate(3, 3, 100)], 1, Hour)!;
        Assert.Equal([IdOf(2), IdOf(3), IdOf(1)], list.Videos.Select(video => video.AssetId));
    }

    [Fact]
    public void A_country_has_a_list_once_enough_people_surely_watched_and_of_what_enough_of_them_did()
    {
        TrendCandidate In(int n, int viewers) => Candidate(n, n, 10) with { Regions = new Dictionary<string, RegionTrend> { ["LI"] = new(10, viewers) } };

        Assert.Null(RankTrending.Rank("LI", null, [In(1, 19), In(2, 4)], 1, Hour));
        Assert.Equal([IdOf(1)], RankTrending.Rank("LI", null, [In(1, 20), In(2, 4)], 1, Hour)!.Videos.Select(video => video.AssetId));
    }

    [Fact]
    public void What_is_no_longer_to_be_found_leaves_every_list()
    {
        var before = RankTrending.Rank(Regions.World, null, [Candidate(1, 1, 10), Candidate(2, 2, 5)], 1, Hour)!;
        var gone = Candidate(1, 1, 10) with { Regions = new Dictionary<string, RegionTrend>() };
        Assert.Equal([IdOf(2)], RankTrending.Rank(Regions.World, before, [gone], 2, Hour.AddHours(1))!.Videos.Select(video => video.AssetId));
    }

    private static string IdOf(int n) => $"asset_{n:D4}";

    private static TrendCandidate Candidate(int n, int channel, double sum, VideoCategory? category = null) =>
        new(IdOf(n), $"channel_{channel}", category, Hour, new Dictionary<string, RegionTrend> { [Regions.World] = new(sum, 0) });
}
