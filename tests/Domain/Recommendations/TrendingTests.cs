using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Catalog.Metadata;
using StreamPlatform.Domain.Catalog.Restrictions;
using StreamPlatform.Domain.Recommendations;
using StreamPlatform.Domain.Recommendations.Trending;
using StreamPlatform.Domain.Social;
using StreamPlatform.Domain.Stores;
using StreamPlatform.Domain.Telemetry.Aggregates;

namespace StreamPlatform.Domain.Tests.Recommendations;

/// <summary>From what players tell to the lists that are shown, on the real stores.</summary>
public sealed class TrendingTests : IAsyncLifetime
{
    private readonly House _house = new();
    private readonly Audience _audience;

    public TrendingTests() => _audience = new Audience(_house);

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _house.DisposeAsync().AsTask();

    [Fact]
    public async Task What_more_people_watch_trends_first_where_they_watch_it()
    {
        var (sea, hills, song) = (await _audience.PublishAsync("Sea"), await _audience.PublishAsync("Hills"), await _audience.PublishAsync("Song", category: VideoCategory.Music));
        Assert.Empty(await _audience.TrendsAsync());
        await _audience.WatchAsync(sea, 30, "DE");
        await _audience.WatchAsync(hills, 25, "JP");
        await _audience.WatchAsync(song, 6, "DE");
        await _audience.WatchAsync(song, 3, "LI");
        await _audience.PassAsync();

        Assert.Equal(["Sea", "Hills", "Song"], await _audience.TrendsAsync());
        Assert.Equal(["Song"], await _audience.TrendsAsync(category: VideoCategory.Music));
        Assert.Equal(["Sea", "Song"], await _audience.TrendsAsync("DE"));
        Assert.Equal(["Hills"], await _audience.TrendsAsync(country: "JP"));

        // Too few watch there for a list that tells of them.
        var small = await ReadAsync("LI");
        Assert.Equal((Regions.World, 3), (small.Region, small.Items.Count));
        Assert.Equal(["DE", "JP"], small.Countries);
    }

    [Fact]
    public async Task What_was_watched_fades_and_what_is_watched_anew_takes_its_place()
    {
        var (before, now) = (await _audience.PublishAsync("Before"), await _audience.PublishAsync("Now"));
        await _audience.WatchAsync(before, 40);
        await _audience.WatchAsync(now, 5);
        await _audience.PassAsync();
        Assert.Equal(["Before", "Now"], await _audience.TrendsAsync());

        // Two days in which nothing was made: nobody asked. Then a few people more.
        _house.Clock.Advance(TimeSpan.FromHours(47));
        await _audience.WatchAsync(now, 20);
        await _audience.PassAsync();
        Assert.Equal(["Now", "Before"], await _audience.TrendsAsync());
    }

    [Fact]
    public async Task What_is_liked_trends_before_what_is_only_watched()
    {
        var (watched, liked) = (await _audience.PublishAsync("Watched"), await _audience.PublishAsync("Liked"));
        await _audience.WatchAsync(watched, 12);
        await _audience.WatchAsync(liked, 10);
        for (var n = 0; n < 3; n++)
            await _house.Get<Reactions>().SetAsync(liked.Id, new Person($"user_{n}", $"user_{n}"), ReactionKind.Like, default);
        await _audience.PassAsync();
        Assert.Equal(["Liked", "Watched"], await _audience.TrendsAsync());
    }

    [Theory]
    [InlineData(Visibility.Private)]
    [InlineData(Visibility.Unlisted)]
    [InlineData(Visibility.Members)]
    [InlineData(Visibility.Premium)]
    [InlineData(Visibility.Scheduled)]
    public async Task What_is_hidden_after_the_list_was_made_is_shown_no_more(Visibility hidden)
    {
        var (shown, secret) = (await _audience.PublishAsync("Shown"), await _audience.PublishAsync("Secret"));
        await _audience.WatchAsync(secret, 30);
        await _audience.WatchAsync(shown, 20);
        await _audience.PassAsync();
        Assert.Equal(["Secret", "Shown"], await _audience.TrendsAsync("DE"));

        await ChangeAsync(secret, asset => asset with { Visibility = hidden, PublishAt = _house.Clock.GetUtcNow().AddDays(1) });
        Assert.Equal(["Shown"], await _audience.TrendsAsync("DE"));
        Assert.Equal(["Shown"], await _audience.TrendsAsync());

        // Nor when somebody with its address watches on.
        await _audience.WatchAsync(secret, 90);
        await _audience.PassAsync();
        Assert.Equal(["Shown"], await _audience.TrendsAsync());
        var list = await _house.Get<IDocuments>().FindAsync(TrendingList.Kind, TrendingList.KeyOf(Regions.World, 2), default);
        Assert.DoesNotContain(secret.Id, list!.Value.Videos.Select(video => video.AssetId));
    }

    [Fact]
    public async Task What_goes_to_the_trash_is_shown_no_more()
    {
        var secret = await _audience.PublishAsync("Secret");
        await _audience.WatchAsync(secret, 30);
        await _audience.PassAsync();
        await ChangeAsync(secret, asset => asset with { Trashed = new TrashMark(_house.Clock.GetUtcNow(), _house.Clock.GetUtcNow().AddDays(7)) });
        Assert.Empty(await _audience.TrendsAsync());
    }

    [Fact]
    public async Task What_does_not_play_where_somebody_is_isn_t_shown_there_whatever_region_they_ask_for()
    {
        var (anywhere, abroad) = (await _audience.PublishAsync("Anywhere"), await _audience.PublishAsync("Abroad", change: asset => asset with { Restrictions = new ViewingRestrictions { DeniedCountries = ["DE"] } }));
        await _audience.WatchAsync(abroad, 30, "JP");
        await _audience.WatchAsync(anywhere, 20, "JP");
        await _audience.PassAsync();

        Assert.Equal(["Anywhere"], await _audience.TrendsAsync("JP", country: "DE"));
        Assert.Equal(["Abroad", "Anywhere"], await _audience.TrendsAsync("JP", country: "JP"));
        Assert.True((await ReadAsync("JP", country: "DE")).DependsOnPlace);
        await ChangeAsync(abroad, asset => asset with { Restrictions = null });
        Assert.False((await ReadAsync("JP", country: "DE")).DependsOnPlace);
    }

    [Fact]
    public async Task Pages_of_a_version_stay_as_they_were_while_newer_ones_are_made()
    {
        var videos = new List<Asset>();
        for (var n = 0; n < 12; n++)
        {
            videos.Add(await _audience.PublishAsync($"{n:D2}"));
            await _audience.WatchAsync(videos[n], 40 - n);
        }

        await _audience.PassAsync();
        var (all, first) = (await _audience.TrendsAsync(), await ReadAsync(limit: 5));
        for (var hour = 0; hour < TrendingList.Versions - 1; hour++)
        {
            await _audience.WatchAsync(videos[11 - hour], 100);
            await _audience.PassAsync();
        }

        Assert.NotEqual(all, await _audience.TrendsAsync());
        var second = await ReadAsync(cursor: first.Cursor, limit: 5);
        var third = await ReadAsync(cursor: second.Cursor, limit: 5);
        Assert.Equal(all, Titles(first, second, third));
        Assert.Null(third.Cursor);

        // What is hidden meanwhile is missing and nothing else: pages are filled from what follows.
        await ChangeAsync(videos[6], asset => asset with { Visibility = Visibility.Private });
        second = await ReadAsync(cursor: first.Cursor, limit: 5);
        Assert.Equal(all.Where(title => title != "06"), Titles(first, second, await ReadAsync(cursor: second.Cursor, limit: 5)));

        // Once the version is gone one goes on at the same place in the latest.
        await _audience.PassAsync();
        var anew = new ReadTrending(new TrendingLists(_house.Get<IDocuments>(), _house.Clock), _house.Get<ShowPicks>());
        Assert.Equal((await _audience.TrendsAsync()).Skip(5).Take(5), Titles(await anew.ExecuteAsync(null, null, null, new PageRequest(first.Cursor, 5), default)));
    }

    [Fact]
    public async Task A_cursor_that_is_none_is_refused()
    {
        foreach (var cursor in new[] { "x", "MXxYWHwxfDA", "LTF8d29ybGR8MXww", "MXx3b3JsZHwxfC0x" })
            await Assert.ThrowsAsync<InvalidCursorException>(() => ReadAsync(cursor: cursor));
    }

    [Fact]
    public async Task Whoever_dies_between_any_two_writes_is_followed_by_one_who_comes_to_the_same()
    {
        var videos = new List<Asset>();
        for (var n = 0; n < 6; n++)
        {
            videos.Add(await _audience.PublishAsync($"{n}", $"user_{n}"));
            await _audience.WatchAsync(videos[n], 30 - n, n % 2 == 0 ? "DE" : "JP");
        }

        await _audience.PassAsync();
        var shown = await AllAsync();
        await _audience.WatchAsync(videos[5], 100);
        await _house.Get<Reactions>().SetAsync(videos[4].Id, new Person("user_1", "user_1"), ReactionKind.Like, default);
        var hour = _audience.Hour;
        _house.Clock.Advance(TimeSpan.FromHours(1));

        var (crashes, died) = (0, true);
        for (var at = 1; died; at++)
        {
            var crash = new Crash(at);
            var documents = crash.Around(_house.Get<IDocuments>());
            try
            {
                await RunAsync(documents, hour);
            }
            catch (CrashedException)
            {
                crashes++;
            }

            died = crash.Happened;
            if (died)
                Assert.Equal(shown, await AllAsync());
        }

        Assert.InRange(crashes, 20, 1000);
        var after = await AllAsync();
        Assert.Equal("5", after[0]);
        Assert.NotEqual(shown, after);

        // As whoever never died.
        await using var calm = new House();
        Assert.Equal(after, await RepeatAsync(calm));
    }

    [Fact]
    public async Task Lists_stay_while_no_new_ones_are_made_and_late_ones_take_nobodys_place()
    {
        var (sea, hills) = (await _audience.PublishAsync("Sea"), await _audience.PublishAsync("Hills"));
        await _audience.WatchAsync(sea, 30);
        var first = await _audience.PassAsync();
        _house.Clock.Advance(TimeSpan.FromDays(60));
        Assert.Equal(["Sea"], await _audience.TrendsAsync());

        await _audience.WatchAsync(hills, 30);
        await _audience.PassAsync();
        Assert.Equal(["Hills"], await _audience.TrendsAsync());
        await _house.Get<PublishTrending>().ExecuteAsync(first, default);
        Assert.Equal(["Hills"], await _audience.TrendsAsync());
    }

    private async Task RunAsync(IDocuments documents, DateTimeOffset hour)
    {
        var house = _house;
        var weigh = new WeighVideo(
            house.Get<IAssetStore>(), house.Get<Domain.Search.Discovery.DescribeVideo>(), house.Get<Aggregates>(), house.Get<Domain.Social.Comments.CommentReader>(),
            house.Get<Domain.Social.Subscriptions.Subscriptions>(), documents);
        for (var part = 0; part < ChangedVideos.Parts; part++)
            await new WeighVideos(house.Get<ChangedVideos>(), weigh, documents).StepAsync(new TrendStep(hour, part), default);
        await new PublishTrending(documents).ExecuteAsync(hour, default);
    }

    private static async Task<IReadOnlyList<string>> RepeatAsync(House house)
    {
        var (audience, videos) = (new Audience(house), new List<Asset>());
        for (var n = 0; n < 6; n++)
        {
            videos.Add(await audience.PublishAsync($"{n}", $"user_{n}"));
            await audience.WatchAsync(videos[n], 30 - n, n % 2 == 0 ? "DE" : "JP");
        }

        await audience.PassAsync();
        await audience.WatchAsync(videos[5], 100);
        await house.Get<Reactions>().SetAsync(videos[4].Id, new Person("user_1", "user_1"), ReactionKind.Like, default);
        await audience.PassAsync();
        return await AllAsync(audience, house);
    }

    private Task<IReadOnlyList<string>> AllAsync() => AllAsync(_audience, _house);

    /// <summary>Every list as it is shown by now, to the last bit.</summary>
    private static async Task<IReadOnlyList<string>> AllAsync(Audience audience, House house)
    {
        house.Clock.Advance(TrendingLists.Longest);
        var documents = house.Get<IDocuments>();
        var head = (await documents.FindAsync(TrendingHead.Kind, TrendingHead.Key, default))!.Value;
        var all = new List<string>(await audience.TrendsAsync());
        foreach (var region in head.Countries.Append(Regions.World))
        {
            var list = (await documents.FindAsync(TrendingList.Kind, TrendingList.KeyOf(region, head.Version), default))!.Value;
            all.AddRange(list.Videos.Select(video => $"{region} {head.Version} {video}"));
        }

        return all;
    }

    private static IEnumerable<string> Titles(params Recommended[] pages) => pages.SelectMany(page => page.Items).Select(item => item.Video.Asset.Title);

    private Task<Recommended> ReadAsync(string? region = null, string? country = null, string? cursor = null, int limit = 50) =>
        _house.Get<ReadTrending>().ExecuteAsync(region, null, country, new PageRequest(cursor, limit), default);

    private async Task ChangeAsync(Asset asset, Func<Asset, Asset> change) => Assert.True((await _house.Get<Assets>().UpdateAsync(asset.Id, change, default)).Succeeded);
}
