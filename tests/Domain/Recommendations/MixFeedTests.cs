using StreamPlatform.Domain.Recommendations;
using StreamPlatform.Domain.Recommendations.Home;

namespace StreamPlatform.Domain.Tests.Recommendations;

public sealed class MixFeedTests
{
    [Fact]
    public void Lists_take_turns_and_what_two_have_is_shown_once()
    {
        var feed = MixFeed.Mix([0, 0, 1], [[Of(1), Of(2), Of(3)], [Of(2), Of(4), Of(5)]], 10);
        Assert.Equal(["1", "2", "4", "3", "5"], feed.Select(pick => pick.AssetId));
    }

    [Fact]
    public void Nothing_is_left_out_or_shown_twice_and_the_same_lists_make_the_same_feed()
    {
        var luck = new Random(1);
        for (var run = 0; run < 50; run++)
        {
            var lists = Enumerable.Range(0, 3).Select(_ => (IReadOnlyList<Pick>)[.. Enumerable.Range(0, luck.Next(40)).Select(_ => luck.Next(60)).Distinct().Select(n => Of(n, n % 7))]).ToList();
            var feed = MixFeed.Mix([0, 1, 2, 1], lists, 200);
            Assert.Equal(lists.SelectMany(list => list).Select(pick => pick.AssetId).Distinct().Order(StringComparer.Ordinal), feed.Select(pick => pick.AssetId).Order(StringComparer.Ordinal));
            Assert.Equal(feed, MixFeed.Mix([0, 1, 2, 1], lists, 200));
        }
    }

    [Fact]
    public void A_channel_is_spread_out_and_bounded_while_there_are_others()
    {
        IReadOnlyList<Pick> one = [.. Enumerable.Range(0, 30).Select(n => Of(n, channel: 1))], others = [.. Enumerable.Range(100, 40).Select(n => Of(n, channel: n))];
        var feed = MixFeed.Mix([0, 1], [one, others], 48);

        Assert.Equal(MixFeed.MostOfChannel, feed.Count(pick => pick.ChannelId == "1"));
        for (var from = 0; from + MixFeed.Span <= feed.Count; from++)
            Assert.InRange(feed.Skip(from).Take(MixFeed.Span).Count(pick => pick.ChannelId == "1"), 0, MixFeed.MostOfChannelNearby);
    }

    [Fact]
    public void Where_there_is_one_channel_it_fills_the_feed() =>
        Assert.Equal(30, MixFeed.Mix([0], [[.. Enumerable.Range(0, 30).Select(n => Of(n, channel: 1))]], 200).Count);

    private static Pick Of(int n, int? channel = null) => new($"{n}", $"{channel ?? n}", null, default, PickReason.Fresh);
}
