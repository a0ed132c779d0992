using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Catalog.Viewing;
using StreamPlatform.Domain.Social;
using StreamPlatform.Domain.Social.Playlists;
using StreamPlatform.Domain.Stores;
using static StreamPlatform.Domain.Tests.Social.Discussion;

namespace StreamPlatform.Domain.Tests.Social;

public sealed class PlaylistsTests : IAsyncLifetime
{
    private readonly House _house = new();
    private Playlists _playlists = null!;
    private PlaylistItems _items = null!;
    private string _id = "";

    public async Task InitializeAsync()
    {
        (_playlists, _items) = Create(_house.Get<IDocuments>());
        _id = (await _playlists.CreateAsync(Anna, new PlaylistChange("Sea", Visibility: PlaylistVisibility.Unlisted), null, default)).Value.Value.Id;
    }

    public Task DisposeAsync() => _house.DisposeAsync().AsTask();

    [Fact]
    public async Task Videos_are_in_the_order_that_they_were_put_in_and_each_once()
    {
        foreach (var title in new[] { "a", "b", "c" })
            await AddAsync(title);
        var first = await AddAsync("d", after: "");
        await AddAsync("e", after: first);
        Assert.Equal("d e a b c", await TitlesAsync());

        Assert.Equal(first, await AddAsync("d"));
        Assert.True((await _items.MoveAsync(Anna, _id, first, null, default)).Succeeded);
        Assert.True((await _items.MoveAsync(Anna, _id, first, null, default)).Succeeded);
        Assert.Equal(("e a b c d", 5), (await TitlesAsync(), await CountAsync()));

        for (var i = 0; i < 2; i++)
            Assert.True((await _items.RemoveAsync(Anna, _id, first, default)).Succeeded);
        Assert.Equal(("e a b c", 4), (await TitlesAsync(), await CountAsync()));
        Assert.Equal("playlist.item_not_found", (await _items.MoveAsync(Anna, _id, first, null, default)).Error?.Code);
        Assert.Equal("playlist.item_not_found", (await _items.AddAsync(Anna, _id, await VideoAsync("f"), first, default)).Error?.Code);
    }

    [Fact]
    public async Task People_who_work_on_different_items_lose_nothing_of_each_others()
    {
        foreach (var number in Enumerable.Range(0, 8))
            await VideoAsync($"{number}");

        var ids = await Task.WhenAll(Enumerable.Range(0, 8).Select(number => AddAsync($"{number}")));
        await Task.WhenAll(
            _items.MoveAsync(Anna, _id, ids[0], "", default), _items.MoveAsync(Anna, _id, ids[1], null, default), _items.RemoveAsync(Anna, _id, ids[2], default), AddAsync("late", after: ids[3]),
            _items.MoveAsync(Anna, _id, ids[4], ids[5], default), _items.MoveAsync(Anna, _id, ids[6], ids[5], default));

        var titles = (await TitlesAsync()).Split(' ');
        Assert.Equal(["0", "1", "3", "4", "5", "6", "7", "late"], titles.Order());
        Assert.Equal("0", titles[0]);
        Assert.InRange(Array.IndexOf(titles, "4") - Array.IndexOf(titles, "5"), 1, 2);
        Assert.Equal(8, await CountAsync());
    }

    [Fact]
    public async Task Neighbours_are_spread_where_it_is_crowded_and_the_order_stays()
    {
        var first = await AddAsync("first");
        await AddAsync("last");
        var documents = _house.Get<IDocuments>();
        var last = (await documents.FindAsync(PlaylistDocuments.Items, new DocumentKey(_id, PlaylistItem.IdOf("asset_last")), default))!;
        var rank = (await documents.FindAsync(PlaylistDocuments.Items, new DocumentKey(_id, first), default))!.Value.Rank;
        await documents.WriteAsync(PlaylistDocuments.Items.Replace(last.Value with { Rank = $"{rank}{new string('0', Ranks.Long)}1" }, last.ETag), default);

        await AddAsync("middle", after: first);

        Assert.Equal("first middle last", await TitlesAsync());
        await foreach (var item in documents.ScanAsync(PlaylistDocuments.Items, default))
            Assert.Equal(8, item.Rank.Length);
    }

    [Fact]
    public async Task What_somebody_may_not_see_is_left_out_and_not_counted_for_them()
    {
        await AddAsync("a");
        await AddAsync("b");
        await VideoAsync("secret", Visibility.Private, Anna.Id);
        await AddAsync("secret");

        Assert.Equal(("a b secret", "a b"), (await TitlesAsync(Anna), await TitlesAsync(Ben)));
        var playlist = (await _playlists.FindAsync(Ben, _id, default)).Value.Value;
        Assert.Equal((null, 3), (await _items.CountAsync(Ben, playlist, default), await _items.CountAsync(Anna, playlist, default)));
        await VideoAsync("hidden", Visibility.Private, Owner.Id);
        Assert.Equal("playback.not_found", (await _items.AddAsync(Anna, _id, PlaybackIdOf("hidden"), null, default)).Error?.Code);
    }

    [Fact]
    public async Task A_playlist_is_seen_by_whom_it_is_for_and_changed_by_its_owner()
    {
        var playlist = (await _playlists.FindAsync(null, _id, default)).Value;
        Assert.Empty((await _playlists.ListAsync(Ben, Anna.Id, new PageRequest(null, 10), default)).Items);
        Assert.Single((await _playlists.ListAsync(Anna, Anna.Id, new PageRequest(null, 10), default)).Items);

        Assert.Equal("playlist.not_found", (await _playlists.ChangeAsync(Ben, _id, new PlaylistChange("Mine"), null, default)).Error?.Code);
        Assert.Equal("playlist.invalid", (await _playlists.ChangeAsync(Anna, _id, new PlaylistChange(" "), null, default)).Error?.Code);
        var changed = (await _playlists.ChangeAsync(Anna, _id, new PlaylistChange(Visibility: PlaylistVisibility.Public), playlist.ETag, default)).Value;
        Assert.Equal(("Sea", PlaylistVisibility.Public), (changed.Value.Title, changed.Value.Visibility));
        Assert.Equal("playlist.changed", (await _playlists.ChangeAsync(Anna, _id, new PlaylistChange("Lake"), playlist.ETag, default)).Error?.Code);
        Assert.Single((await _playlists.ListAsync(Ben, Anna.Id, new PageRequest(null, 10), default)).Items);

        await _playlists.ChangeAsync(Anna, _id, new PlaylistChange(Visibility: PlaylistVisibility.Private), null, default);
        Assert.Equal("playlist.not_found", (await _items.ListAsync(Ben, _id, new PageRequest(null, 10), default)).Error?.Code);
    }

    [Fact]
    public async Task A_playlist_that_is_full_takes_no_more()
    {
        var documents = _house.Get<IDocuments>();
        var size = (await documents.FindAsync(PlaylistDocuments.Sizes, PlaylistDocuments.SizeKey(_id), default))!;
        await documents.WriteAsync(PlaylistDocuments.Sizes.Replace(size.Value with { Count = Playlist.MostItems }, size.ETag), default);

        Assert.Equal("playlist.full", (await _items.AddAsync(Anna, _id, await VideoAsync("a"), null, default)).Error?.Code);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Its_count_is_the_truth_and_it_goes_whole_through_lost_races_and_deaths(int seed)
    {
        var luck = new Random(seed);
        var documents = new TroubledDocuments(_house.Get<IDocuments>(), luck);
        var (playlists, items) = Create(documents);
        foreach (var number in Enumerable.Range(0, 6))
            await VideoAsync($"{number}");
        for (var i = 0; i < 30; i++)
        {
            var (number, remove) = (luck.Next(6), luck.Next(3) == 0);
            await TroubledDocuments.UntilAnsweredAsync(async () => remove
                ? (await items.RemoveAsync(Anna, _id, PlaylistItem.IdOf($"asset_{number}"), default)).Succeeded
                : (await items.AddAsync(Anna, _id, PlaybackIdOf($"{number}"), luck.Next(2) == 0 ? null : "", default)).Succeeded);
        }

        Assert.Equal((await TitlesAsync()).Split(' ', StringSplitOptions.RemoveEmptyEntries).Length, await CountAsync());

        await TroubledDocuments.UntilAnsweredAsync(() => playlists.DeleteAsync(Anna, _id, default));
        await TroubledDocuments.UntilAnsweredAsync(() => playlists.DeleteAsync(Anna, _id, default));
        Assert.Empty((await _playlists.ListAsync(Anna, Anna.Id, new PageRequest(null, 10), default)).Items);
        Assert.Equal("playlist.not_found", (await _playlists.FindAsync(Anna, _id, default)).Error?.Code);
        Assert.Empty((await _house.Get<IDocuments>().ListAsync(PlaylistDocuments.Items, _id, "", new PageRequest(null, 10), ListOrder.Ascending, default)).Items);
    }

    private (Playlists, PlaylistItems) Create(IDocuments documents)
    {
        var playlists = new Playlists(documents, _house.Clock);
        var assets = _house.Get<IAssetStore>();
        return (playlists, new PlaylistItems(playlists, new SeenVideos(assets, new NoEntitlements(), _house.Clock), assets, documents, _house.Clock));
    }

    private async Task<string> AddAsync(string title, string? after = null) => (await _items.AddAsync(Anna, _id, await VideoAsync(title), after, default)).Value.Id;

    private async Task<string> TitlesAsync(Person? person = null) =>
        string.Join(' ', (await _items.ListAsync(person ?? Anna, _id, new PageRequest(null, 50), default)).Value.Items.Select(shown => shown.Asset.Title));

    private async Task<int?> CountAsync() => await _items.CountAsync(Anna, (await _playlists.FindAsync(Anna, _id, default)).Value.Value, default);

    private async Task<string> VideoAsync(string title, Visibility visibility = Visibility.Unlisted, string ownerId = "user_owner")
    {
        await _house.Get<IAssetStore>().AddAsync(
            new Asset
            {
                Id = $"asset_{title}", OwnerId = ownerId, Title = title, State = AssetState.Ready, Visibility = visibility, PublishedRunId = "1-a", Revision = 1,
                CreatedAt = _house.Clock.GetUtcNow(), UpdatedAt = _house.Clock.GetUtcNow(), PlaybackIds = [new PlaybackId(PlaybackIdOf(title), PlaybackPolicy.Public)],
            },
            default);
        return PlaybackIdOf(title);
    }

    private static string PlaybackIdOf(string title) => OpaqueId.From(AssetIds.PlaybackPrefix, title);
}
