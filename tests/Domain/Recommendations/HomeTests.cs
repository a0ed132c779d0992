using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Catalog.Channels;
using StreamPlatform.Domain.Catalog.Metadata;
using StreamPlatform.Domain.Catalog.Restrictions;
using StreamPlatform.Domain.History;
using StreamPlatform.Domain.Recommendations;
using StreamPlatform.Domain.Recommendations.Home;
using StreamPlatform.Domain.Social;
using StreamPlatform.Domain.Social.Subscriptions;

namespace StreamPlatform.Domain.Tests.Recommendations;

public sealed class HomeTests : IAsyncLifetime
{
    private static readonly Person Ada = new("user_ada", "user_ada");
    private readonly House _house = new();
    private readonly Audience _audience;

    public HomeTests() => _audience = new Audience(_house);

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _house.DisposeAsync().AsTask();

    [Fact]
    public async Task Nobody_in_particular_sees_what_trends_and_what_is_new()
    {
        var trending = await _audience.PublishAsync("Trending");
        await _audience.WatchAsync(trending, 30);
        await _audience.PassAsync();
        await _audience.PublishAsync("Newer");
        await _audience.PublishAsync("Abroad", change: asset => asset with { Restrictions = new ViewingRestrictions { AllowedCountries = ["JP"] } });
        await _audience.PublishAsync("Hidden", change: asset => asset with { Visibility = Visibility.Private });
        _house.Clock.Advance(TimeSpan.FromMinutes(2));

        Assert.Equal([("Trending", PickReason.Trending), ("Newer", PickReason.Fresh)], Told(await ReadAsync(null, "DE")));
        Assert.Equal(["Trending", "Abroad", "Newer"], Titles(await ReadAsync(null, "JP")));
    }

    [Fact]
    public async Task Before_anything_is_counted_there_is_what_is_new()
    {
        await _audience.PublishAsync("Older");
        _house.Clock.Advance(TimeSpan.FromDays(2));
        await _audience.PublishAsync("Newer");
        _house.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(["Newer", "Older"], Titles(await ReadAsync(null)));
    }

    [Fact]
    public async Task Who_signs_in_sees_what_they_subscribe_to_and_more_of_what_they_like_without_what_they_know()
    {
        var (followed, liked) = (OpaqueId.New("user"), OpaqueId.New("user"));
        var first = await _audience.PublishAsync("Liked before", liked, VideoCategory.Music);
        await _audience.PublishAsync("Of the same channel", liked);
        var hit = await _audience.PublishAsync("A hit song", category: VideoCategory.Music);
        var seen = await _audience.PublishAsync("Just watched");
        await _audience.WatchAsync(hit, 30);
        await _audience.WatchAsync(seen, 25);
        await _audience.PassAsync();
        await _audience.PublishAsync("News", followed);
        await _house.Get<Subscriptions>().SetAsync(Ada, Channel.DefaultIdOf(followed), notify: false, default);
        await _house.Get<Reactions>().SetAsync(first.Id, Ada, ReactionKind.Like, default);
        Assert.True((await _house.Get<WatchHistory>().ReportAsync(Ada, seen.PlaybackIds[0].Id, new WatchReport(40, default, _house.Clock.GetUtcNow()), default)).Succeeded);
        _house.Clock.Advance(TimeSpan.FromMinutes(2));

        Assert.Equal(
            [("News", PickReason.Subscription), ("A hit song", PickReason.Trending), ("Of the same channel", PickReason.LikedChannel)],
            Told(await ReadAsync(Ada)));
        Assert.Contains("Just watched", Titles(await ReadAsync(null)));
    }

    [Fact]
    public async Task What_a_viewer_likes_brings_more_of_its_category()
    {
        var liked = await _audience.PublishAsync("Liked", category: VideoCategory.Music);
        for (var n = 0; n < 12; n++)
            await _audience.WatchAsync(await _audience.PublishAsync($"{n}"), 60 - n);
        await _audience.WatchAsync(await _audience.PublishAsync("A quiet song", category: VideoCategory.Music), 5);
        await _audience.PassAsync();
        Assert.Equal("A quiet song", (await _audience.TrendsAsync())[^1]);

        await _house.Get<Reactions>().SetAsync(liked.Id, Ada, ReactionKind.Like, default);
        _house.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Contains(("A quiet song", PickReason.LikedCategory), Told(await ReadAsync(Ada)).Take(4));
    }

    [Fact]
    public async Task What_becomes_private_is_gone_from_pages_that_were_made_before()
    {
        var owner = OpaqueId.New("user");
        var secret = await _audience.PublishAsync("Secret", owner);
        await _audience.PublishAsync("Open", owner);
        await _house.Get<Subscriptions>().SetAsync(Ada, Channel.DefaultIdOf(owner), notify: false, default);
        _house.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(2, (await ReadAsync(Ada)).Items.Count);

        // No event has told the listings yet.
        await _house.Get<Assets>().UpdateAsync(secret.Id, asset => asset with { Visibility = Visibility.Members }, default);
        Assert.Equal(["Open"], Titles(await ReadAsync(Ada)));
        Assert.Equal(["Open"], Titles(await ReadAsync(null)));
    }

    [Fact]
    public async Task Pages_go_on_as_they_began_though_other_videos_come_and_trends_change()
    {
        var videos = new List<Asset>();
        for (var n = 0; n < 20; n++)
            videos.Add(await _audience.PublishAsync($"{n:D2}"));
        await _audience.WatchAsync(videos[3], 30);
        await _audience.PassAsync();
        var (all, first) = (Titles(await ReadAsync(Ada)), await ReadAsync(Ada, limit: 8));

        await _audience.PublishAsync("Later");
        await _audience.WatchAsync(videos[7], 90);
        await _audience.PassAsync();
        Assert.NotEqual(all, Titles(await ReadAsync(Ada)));

        // Another process, which remembers nothing.
        var anew = new ReadHome(
            new Domain.Recommendations.Trending.TrendingLists(_house.Get<Domain.Stores.IDocuments>(), _house.Clock), _house.Get<FreshVideos>(), _house.Get<PersonalPicks>(), _house.Get<ShowPicks>(), _house.Clock);
        var second = await anew.ExecuteAsync(Ada, null, new PageRequest(first.Cursor, 8), default);
        var third = await ReadAsync(Ada, cursor: second.Cursor, limit: 8);
        Assert.Equal(all, [.. Titles(first), .. Titles(second), .. Titles(third)]);
        Assert.Null(third.Cursor);
    }

    private Task<Recommended> ReadAsync(Person? person, string? country = null, string? cursor = null, int limit = 50) =>
        _house.Get<ReadHome>().ExecuteAsync(person, country, new PageRequest(cursor, limit), default);

    private static IReadOnlyList<string> Titles(Recommended page) => [.. page.Items.Select(item => item.Video.Asset.Title)];

    private static IReadOnlyList<(string Title, PickReason Why)> Told(Recommended page) => [.. page.Items.Select(item => (item.Video.Asset.Title, item.Why))];
}
