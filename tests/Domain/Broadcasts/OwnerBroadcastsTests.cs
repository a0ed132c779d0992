using StreamPlatform.Domain.Broadcasts;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Catalog.Events;

namespace StreamPlatform.Domain.Tests.Broadcasts;

public sealed class OwnerBroadcastsTests : IAsyncLifetime
{
    private readonly House _house = new();
    private readonly Recorded _told = new();
    private OwnerBroadcasts _broadcasts = null!;

    public Task InitializeAsync()
    {
        _broadcasts = new OwnerBroadcasts(_house.Get<IAssetStore>(), _told, _house.Clock);
        return Task.CompletedTask;
    }

    public Task DisposeAsync() => _house.DisposeAsync().AsTask();

    [Fact]
    public async Task An_owner_hears_what_they_listen_to()
    {
        var id = (await _house.OpenAsync()).AssetId;
        var asset = await _house.AssetAsync(id);

        await _broadcasts.OpenAsync(_house.Owner, default);
        await _broadcasts.TellAsync(VideoEvents.OfUpdate(asset), default);

        Assert.Equal(_told.Opened, _told.News.Select(news => news.Group));
        Assert.Equal(new OwnerNews(VideoEvents.Updated, id, AssetState.AwaitingUpload, 0, asset.UpdatedAt), _told.News[0].News);
    }

    [Fact]
    public async Task Of_a_deleted_asset_its_owner_hears_too()
    {
        var id = (await _house.OpenAsync()).AssetId;
        var gone = await _house.MoveAsync(id, AssetEvent.DeleteRequested, AssetEvent.Erased);

        await _broadcasts.TellAsync(VideoEvents.OfDeletion(gone), default);

        Assert.Equal(AssetState.Deleted, ((OwnerNews)Assert.Single(_told.News).News).Status);
    }

    [Fact]
    public async Task Old_news_and_news_of_nothing_is_told_to_nobody()
    {
        var happened = VideoEvents.OfUpdate(await _house.AssetAsync((await _house.OpenAsync()).AssetId));
        _house.Clock.Advance(OwnerBroadcasts.OldNews);

        await _broadcasts.TellAsync(happened, default);
        await _broadcasts.TellAsync(happened with { AssetId = "asset_unknown", OccurredAt = _house.Clock.GetUtcNow() }, default);

        Assert.Empty(_told.News);
    }

    private sealed class Recorded : IBroadcasts
    {
        public List<string> Opened { get; } = [];
        public List<(string Group, object News)> News { get; } = [];

        public Task<Listening> OpenAsync(string userId, string group, TimeSpan lifetime, CancellationToken ct)
        {
            Opened.Add(group);
            return Task.FromResult(new Listening(new Uri("wss://localhost"), default));
        }

        public Task TellAsync(string group, object news, CancellationToken ct)
        {
            News.Add((group, news));
            return Task.CompletedTask;
        }
    }
}
