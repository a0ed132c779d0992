using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Catalog.Channels;
using StreamPlatform.Domain.Catalog.Events;
using StreamPlatform.Domain.Catalog.Metadata;

namespace StreamPlatform.Domain.Tests.Catalog.Channels;

/// <summary>What listings show, and never show.</summary>
public sealed class PublicVideosTests : IAsyncLifetime
{
    private readonly House _house = new();

    private Domain.Catalog.Channels.Channels All => _house.Get<Domain.Catalog.Channels.Channels>();
    private string Default => Channel.DefaultIdOf(_house.Owner);

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _house.DisposeAsync().AsTask();

    [Fact]
    public async Task A_public_video_is_in_its_owners_default_channel_which_is_made_for_it()
    {
        var asset = await PublishedAsync(Visibility.Public);
        await TellAsync(asset);
        await TellAsync(asset);

        var video = Assert.Single(await OfAsync(Default));
        Assert.Equal((asset.Id, asset.PlaybackIds[0].Id), (video.Asset.Id, video.PlaybackId));
        Assert.Equal("Channel", (await All.FindAsync(Default, default)).Value.Value.Name);
        Assert.Equal([asset.Id], await OfDayAsync("2026-03-14"));
    }

    [Theory]
    [InlineData(Visibility.Unlisted)]
    [InlineData(Visibility.Private)]
    [InlineData(Visibility.Members)]
    [InlineData(Visibility.Premium)]
    [InlineData(Visibility.Scheduled)]
    public async Task What_is_not_public_is_in_no_listing_and_leaves_each_it_was_in(Visibility visibility)
    {
        var (never, was) = (await PublishedAsync(visibility), await PublishedAsync(Visibility.Public));
        await TellAsync(never);
        await TellAsync(was);
        was = await ChangeAsync(was, asset => asset with { Visibility = visibility, PublishAt = visibility == Visibility.Scheduled ? _house.Clock.GetUtcNow().AddDays(1) : null });

        // Before the event has come, too.
        Assert.Empty(await OfAsync(Default));
        Assert.Empty(await OfDayAsync("2026-03-14"));
        await TellAsync(was);
        await TellAsync(was);
        Assert.Empty(await OfAsync(Default));
        await ChangeAsync(was, asset => asset with { Visibility = Visibility.Public });
        Assert.Empty(await OfAsync(Default));
    }

    [Fact]
    public async Task What_is_deleted_or_was_never_published_or_takes_a_token_is_not_there()
    {
        var deleted = await PublishedAsync(Visibility.Public);
        await TellAsync(deleted);
        await TellAsync(await ChangeAsync(deleted, asset => asset with { State = AssetState.Deleting }));
        await TellAsync(await ChangeAsync(await PublishedAsync(Visibility.Public), asset => asset with { PublishedRunId = null }));
        await TellAsync(await ChangeAsync(await PublishedAsync(Visibility.Public), asset => asset with { PlaybackIds = [AssetIds.NewPlaybackId(PlaybackPolicy.Signed)] }));

        Assert.Empty(await OfAsync(Default));
    }

    [Fact]
    public async Task A_video_that_moves_to_another_channel_is_in_that_alone_at_its_old_place()
    {
        var sea = (await All.CreateAsync(_house.Owner, new ChannelChange { Handle = "sea", Name = "Sea" }, null, default)).Value.Value;
        var asset = await PublishedAsync(Visibility.Public);
        await TellAsync(asset);
        _house.Clock.Advance(TimeSpan.FromDays(2));
        asset = (await _house.Get<EditAsset>().ExecuteAsync(_house.Owner, asset.Id, new AssetChange { ChannelId = sea.Id }, null, default)).Value.Value;
        await TellAsync(asset);

        Assert.Empty(await OfAsync(Default));
        Assert.Equal(new DateTimeOffset(2026, 3, 14, 15, 9, 26, TimeSpan.Zero), Assert.Single(await OfAsync(sea.Id)).ListedAt);
        Assert.Equal("channel.not_empty", (await All.DeleteAsync(_house.Owner, sea.Id, default)).Error!.Code);
    }

    [Fact]
    public async Task A_channel_that_shows_nothing_can_be_deleted_and_what_was_assigned_to_it_falls_to_the_default()
    {
        var sea = (await All.CreateAsync(_house.Owner, new ChannelChange { Handle = "sea", Name = "Sea" }, null, default)).Value.Value;
        var asset = await PublishedAsync(Visibility.Private);
        asset = (await _house.Get<EditAsset>().ExecuteAsync(_house.Owner, asset.Id, new AssetChange { ChannelId = sea.Id }, null, default)).Value.Value;
        Assert.True((await All.DeleteAsync("user_other", sea.Id, default)).Succeeded);
        Assert.True((await All.FindAsync("sea", default)).Succeeded);

        Assert.True((await All.DeleteAsync(_house.Owner, sea.Id, default)).Succeeded);
        Assert.True((await All.DeleteAsync(_house.Owner, sea.Id, default)).Succeeded);
        await TellAsync(await ChangeAsync(asset, a => a with { Visibility = Visibility.Public }));

        Assert.False((await All.FindAsync("sea", default)).Succeeded);
        Assert.Equal(asset.Id, Assert.Single(await OfAsync(Default)).Asset.Id);
    }

    [Fact]
    public async Task Pages_neither_repeat_nor_skip_while_videos_come_and_go()
    {
        var all = new List<Asset>();
        for (var i = 0; i < 5; i++)
        {
            all.Add(await PublishedAsync(Visibility.Public));
            await TellAsync(all[i]);
            _house.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        var first = await _house.Get<PublicVideos>().OfChannelAsync(Default, new PageRequest(null, 2), default);
        await TellAsync(await PublishedAsync(Visibility.Public));
        await TellAsync(await ChangeAsync(all[1], asset => asset with { Visibility = Visibility.Private }));
        var second = await _house.Get<PublicVideos>().OfChannelAsync(Default, new PageRequest(first.Cursor, 2), default);

        Assert.Equal([all[4].Id, all[3].Id], first.Items.Select(video => video.Asset.Id));
        Assert.Equal([all[2].Id, all[0].Id], second.Items.Select(video => video.Asset.Id));
        Assert.Null(second.Cursor);
    }

    private async Task<IReadOnlyList<PublicVideo>> OfAsync(string channel) =>
        (await _house.Get<PublicVideos>().OfChannelAsync(channel, new PageRequest(null, 50), default)).Items;

    private async Task<IEnumerable<string>> OfDayAsync(string day) =>
        (await _house.Get<PublicVideos>().OfDayAsync(day, new PageRequest(null, 50), default)).Items.Select(video => video.Asset.Id);

    private Task TellAsync(Asset asset) => _house.Get<ListVideo>().ExecuteAsync(VideoEvents.OfUpdate(asset), default);

    private async Task<Asset> PublishedAsync(Visibility visibility)
    {
        var upload = await _house.OpenAsync();
        return await ChangeAsync(await _house.AssetAsync(upload.AssetId), asset => asset with
        {
            State = AssetState.Ready,
            PublishedRunId = "1-aa",
            Revision = 1,
            Visibility = visibility,
            PublishAt = visibility == Visibility.Scheduled ? _house.Clock.GetUtcNow().AddDays(1) : null,
        });
    }

    private async Task<Asset> ChangeAsync(Asset asset, Func<Asset, Asset> change) => (await _house.Get<Assets>().UpdateAsync(asset.Id, change, default)).Value;
}
