using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Catalog.Metadata;
using StreamPlatform.Domain.Catalog.Events;
using StreamPlatform.Domain.Search;

namespace StreamPlatform.Domain.Tests.Search;

/// <summary>The index follows the catalog, and is not believed.</summary>
public sealed class IndexVideoTests : IAsyncLifetime
{
    private readonly House _house = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _house.DisposeAsync().AsTask();

    [Fact]
    public async Task What_is_published_is_found_and_what_is_not_yet_is_not()
    {
        var id = (await _house.OpenAsync()).AssetId;
        await _house.Get<EditAsset>().ExecuteAsync(_house.Owner, id, new AssetChange { Title = "Low tide" }, null, default);
        await IndexAsync(id);
        Assert.Empty(await FindAsync("tide"));

        await PublishAsync(id);
        await IndexAsync(id);
        await IndexAsync(id);

        Assert.Equal(id, Assert.Single(await FindAsync("tide")).Id);
    }

    [Fact]
    public async Task A_new_title_is_told_and_counts_only_of_what_is_published()
    {
        var id = (await _house.OpenAsync()).AssetId;
        var edit = _house.Get<EditAsset>();
        await edit.ExecuteAsync(_house.Owner, id, new AssetChange { Title = "Low tide" }, null, default);
        Assert.Empty(_house.Events.Told);

        await PublishAsync(id);
        await edit.ExecuteAsync(_house.Owner, id, new AssetChange { Title = "High tide" }, null, default);
        var told = Assert.Single(_house.Events.Told);
        Assert.Equal((VideoEvents.Updated, id), (told.Type, told.AssetId));
        await IndexAsync(id);

        Assert.Empty(await FindAsync("low"));
        Assert.Single(await FindAsync("high"));
    }

    [Fact]
    public async Task A_title_that_could_not_be_told_is_told_when_it_is_asked_for_again_under_the_same_id()
    {
        var id = (await _house.OpenAsync()).AssetId;
        await PublishAsync(id);
        var edit = _house.Get<EditAsset>();
        _house.Events.Faults = 1;
        await Assert.ThrowsAsync<IOException>(() => edit.ExecuteAsync(_house.Owner, id, new AssetChange { Title = "High tide" }, null, default));

        await edit.ExecuteAsync(_house.Owner, id, new AssetChange { Title = "High tide" }, null, default);
        await edit.ExecuteAsync(_house.Owner, id, new AssetChange { Title = "High tide" }, null, default);

        Assert.Equal(2, _house.Events.Told.Count);
        Assert.Single(_house.Events.Told.Select(told => told.Id).Distinct());
    }

    [Fact]
    public async Task What_is_deleted_is_not_found_even_before_the_index_knows()
    {
        var id = (await _house.OpenAsync()).AssetId;
        await _house.Get<EditAsset>().ExecuteAsync(_house.Owner, id, new AssetChange { Title = "Low tide" }, null, default);
        await PublishAsync(id);
        await IndexAsync(id);
        await _house.MoveAsync(id, AssetEvent.DeleteRequested, AssetEvent.Erased);
        Assert.Empty(await FindAsync("tide"));

        await IndexAsync(id);
        await IndexAsync("asset_unknown");

        Assert.Empty((await _house.Get<IVideoIndex>().SearchAsync(Query("tide"), default)).Items);
    }

    [Fact]
    public void Words_are_bounded_and_plain()
    {
        Assert.Equal(["l", "été", "2026", "e\u0301t"], Query("L'ÉTÉ (2026)! \u0301 E\u0301t").Words());
        Assert.Equal(VideoQuery.MaxWords, Query(string.Join(' ', Enumerable.Range(0, 60))).Words().Count);
        Assert.Equal(VideoQuery.MaxText, Assert.Single(Query(new string('a', 5000)).Words()).Length);
        Assert.Empty(Query(" \t*\"':-").Words());
    }

    private Task IndexAsync(string id) => _house.Get<IndexVideo>().ExecuteAsync(id, default);

    private Task PublishAsync(string id) =>
        _house.Get<Assets>().UpdateAsync(id, asset => asset with { PublishedRunId = "1-0123", ReadyAt = _house.Clock.GetUtcNow() }, default);

    private VideoQuery Query(string text) => new(_house.Owner, text, new PageRequest(null, 10));

    private async Task<IReadOnlyList<Asset>> FindAsync(string text) => (await _house.Get<SearchAssets>().ExecuteAsync(Query(text), default)).Items;
}
