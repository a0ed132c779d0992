using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Catalog.Channels;
using StreamPlatform.Domain.Search;
using StreamPlatform.Domain.Search.Discovery;
using StreamPlatform.Domain.Social;
using StreamPlatform.Domain.Stores;

namespace StreamPlatform.Domain.Tests.Search;

/// <summary>What a filling writes, and what becomes of changes that come in between.</summary>
public sealed class FillSearchTests : IAsyncLifetime
{
    private static readonly IndexGeneration Generation = new("1", default);

    private readonly House _house = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _house.DisposeAsync().AsTask();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_video_that_is_made_private_while_its_page_is_written_is_not_found_after_it(bool eventFirst)
    {
        var asset = await AddAsync("Low tide");

        await FillAsync(async () =>
        {
            await _house.Get<Assets>().UpdateAsync(asset.Id, read => read with { Visibility = Visibility.Private }, default);
            await (eventFirst ? _house.Get<IndexVideo>().ExecuteAsync(asset.Id, default) : Task.CompletedTask);
        });

        Assert.Empty((await SearchAsync("tide")).Items);
    }

    [Fact]
    public async Task A_title_that_is_changed_meanwhile_is_the_one_that_is_found()
    {
        var asset = await AddAsync("Low tide");

        await FillAsync(async () =>
        {
            await _house.Get<Assets>().UpdateAsync(asset.Id, read => read with { Title = "High water" }, default);
            await _house.Get<IndexVideo>().ExecuteAsync(asset.Id, default);
        });

        Assert.Equal("High water", Assert.Single((await SearchAsync("water")).Items).Title.Text);
        Assert.Empty((await SearchAsync("tide")).Items);
    }

    [Fact]
    public async Task Owners_find_their_private_ones_by_a_filled_index_and_nobody_else_does()
    {
        var asset = await AddAsync("Low tide", Visibility.Private);

        await FillAsync(() => Task.CompletedTask);

        var own = await _house.Get<SearchAssets>().ExecuteAsync(new VideoQuery(_house.Owner, "tide", new PageRequest(null, 10)), default);
        Assert.Equal(asset.Id, Assert.Single(own.Items).Id);
        Assert.Empty((await SearchAsync("tide")).Items);
    }

    [Fact]
    public async Task What_others_say_of_a_video_is_found_with_it()
    {
        var channels = _house.Get<Channels>();
        var channel = (await channels.CreateAsync(_house.Owner, new ChannelChange { Handle = "tides", Name = "Tidal films" }, null, default)).Value.Value;
        var asset = await AddAsync("Low water", change: read => read with { ChannelId = channel.Id });
        var at = _house.Clock.GetUtcNow().AddDays(-3);
        await _house.Get<IDocuments>().WriteAsync(ChannelDocuments.Listed.Put(new ListedVideo(ListedVideo.CurrentSchemaVersion, asset.Id, channel.Id, at)), default);
        await _house.Get<Reactions>().SetAsync(asset.Id, new Person("user_1", "One"), ReactionKind.Like, default);

        var video = (await _house.Get<DescribeVideo>().ExecuteAsync(asset, default))!;
        await FillAsync(() => Task.CompletedTask);

        Assert.Equal((channel.Id, "Tidal films", at, 1, 0), (video.ChannelId, video.ChannelName, video.PublishedAt, video.Likes, video.Dislikes));
        var hit = Assert.Single((await SearchAsync("tidal")).Items);
        Assert.Equal((new HitChannel(channel.Id, "Tidal films"), at), (hit.Channel, hit.PublishedAt));
        Assert.Empty((await SearchAsync("channel")).Items);
    }

    [Fact]
    public async Task A_filling_that_was_given_up_ends()
    {
        await AddAsync("Low tide");
        Assert.Null(await _house.Get<FillSearch>().ExecuteAsync(new FillRequest(Generation, null), default));
    }

    private async Task<Asset> AddAsync(string title, Visibility visibility = Visibility.Public, Func<Asset, Asset>? change = null)
    {
        var asset = new Asset
        {
            Id = AssetIds.New(),
            OwnerId = _house.Owner,
            Title = title,
            State = AssetState.Ready,
            CreatedAt = _house.Clock.GetUtcNow(),
            UpdatedAt = _house.Clock.GetUtcNow(),
            PlaybackIds = [AssetIds.NewPlaybackId(PlaybackPolicy.Public)],
            PublishedRunId = "1-0",
            Visibility = visibility,
        };
        asset = change?.Invoke(asset) ?? asset;
        await _house.Get<IAssetStore>().AddAsync(asset, default);
        _house.Clock.Advance(TimeSpan.FromSeconds(1));
        return asset;
    }

    /// <param name="meanwhile">Happens when the page was read and is not yet written.</param>
    private async Task FillAsync(Func<Task> meanwhile)
    {
        var generations = _house.Get<IIndexGenerations>();
        var fill = new FillSearch(_house.Get<IAssetStore>(), _house.Get<IVideoIndex>(), new Meddled(generations, meanwhile), _house.Get<IndexVideo>(), _house.Get<DescribeVideo>());
        await generations.BeginAsync(Generation, default);
        Assert.Null((await fill.ExecuteAsync(new FillRequest(Generation, null), default))!.Cursor);
        await generations.SwitchAsync(Generation, default);
    }

    private Task<PublicHits> SearchAsync(string text) =>
        _house.Get<IPublicIndex>().SearchAsync(new PublicQuery(text, VideoFilters.None, SearchSort.Relevance, false, new PageRequest(null, 10)), default);

    private sealed class Meddled(IIndexGenerations generations, Func<Task> meanwhile) : IIndexGenerations
    {
        public Task<bool> IsFilledAsync(CancellationToken ct) => generations.IsFilledAsync(ct);

        public Task BeginAsync(IndexGeneration generation, CancellationToken ct) => generations.BeginAsync(generation, ct);

        public async Task<bool> FillAsync(IndexGeneration generation, IReadOnlyList<IndexedVideo> videos, CancellationToken ct)
        {
            await meanwhile();
            return await generations.FillAsync(generation, videos, ct);
        }

        public Task<bool> SwitchAsync(IndexGeneration generation, CancellationToken ct) => generations.SwitchAsync(generation, ct);
    }
}
