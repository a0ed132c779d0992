using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Catalog.Metadata;

namespace StreamPlatform.Domain.Tests.Catalog;

public sealed class AssetsTests : IAsyncLifetime
{
    private readonly House _house = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _house.DisposeAsync().AsTask();

    [Fact]
    public async Task Many_writers_at_once_all_get_their_change_in()
    {
        var assetId = (await _house.OpenAsync()).AssetId;

        var results = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => _house.Get<Assets>().UpdateAsync(
            assetId, asset => asset with { Revision = asset.Revision + 1 }, default)));

        Assert.All(results, result => Assert.True(result.Succeeded));
        Assert.Equal(12, (await _house.AssetAsync(assetId)).Revision);
    }

    [Fact]
    public async Task An_event_the_state_does_not_allow_is_refused_and_nothing_is_written()
    {
        var assetId = (await _house.OpenAsync()).AssetId;

        var result = await _house.Get<Assets>().ApplyAsync(
            assetId, AssetEvent.Published, asset => asset with { Revision = 1 }, default);

        Assert.Equal("asset.wrong_state", result.Error?.Code);
        Assert.Contains("waiting for its upload", result.Error?.Message, StringComparison.Ordinal);
        Assert.Equal(0, (await _house.AssetAsync(assetId)).Revision);
    }

    [Fact]
    public async Task A_guard_sees_the_asset_before_the_event_and_can_stop_it()
    {
        var assetId = (await _house.OpenAsync()).AssetId;
        var stop = new Error("test.stop", 409, "Stop.");

        var result = await _house.Get<Assets>().ApplyAsync(
            assetId, AssetEvent.CancelRequested, asset => asset, default, guard: asset => asset.Generation == 0 ? stop : null);

        Assert.Same(stop, result.Error);
    }

    [Fact]
    public async Task A_write_says_when_it_was()
    {
        var assetId = (await _house.OpenAsync()).AssetId;
        _house.Clock.Advance(TimeSpan.FromMinutes(5));

        var asset = await _house.MoveAsync(assetId, AssetEvent.CancelRequested);

        Assert.Equal(_house.Clock.GetUtcNow(), asset.UpdatedAt);
    }

    [Fact]
    public async Task An_unknown_asset_is_not_found() =>
        Assert.Equal("asset.not_found", (await _house.Get<Assets>().UpdateAsync("asset_x", asset => asset, default)).Error?.Code);

    [Fact]
    public async Task An_asset_is_seen_by_its_owner_only_and_not_once_it_is_deleted()
    {
        var assetId = (await _house.OpenAsync()).AssetId;
        var get = _house.Get<GetAsset>();

        Assert.Equal(assetId, (await get.ExecuteAsync(_house.Owner, assetId, default)).Value.Value.Id);
        Assert.Equal(404, (await get.ExecuteAsync("user_other", assetId, default)).Error?.Status);

        await _house.MoveAsync(assetId, AssetEvent.DeleteRequested, AssetEvent.Erased);
        Assert.Equal(404, (await get.ExecuteAsync(_house.Owner, assetId, default)).Error?.Status);
    }

    [Fact]
    public async Task Renaming_with_the_etag_that_was_read_goes_through_once()
    {
        var assetId = (await _house.OpenAsync()).AssetId;
        var etag = (await _house.Get<GetAsset>().ExecuteAsync(_house.Owner, assetId, default)).Value.ETag;
        var edit = _house.Get<EditAsset>();

        var first = await edit.ExecuteAsync(_house.Owner, assetId, new AssetChange { Title = "  Low tide " }, etag, default);
        var second = await edit.ExecuteAsync(_house.Owner, assetId, new AssetChange { Title = "High tide" }, etag, default);

        Assert.Equal("Low tide", first.Value.Value.Title);
        Assert.Equal(("asset.changed", 412), (second.Error?.Code, second.Error?.Status));
    }

    [Fact]
    public async Task Who_is_never_the_fastest_is_told_to_try_again()
    {
        var assetId = (await _house.OpenAsync()).AssetId;
        var late = new Assets(Overtaken<IAssetStore>.Of(_house.Get<IAssetStore>()), _house.Clock);

        var error = (await late.UpdateAsync(assetId, asset => asset with { Title = "High tide" }, default)).Error;

        Assert.Equal(("asset.busy", 503), (error?.Code, error?.Status));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("   ")]
    [InlineData("a\u0007b")]
    public async Task A_title_that_is_none_is_refused(string? title)
    {
        var assetId = (await _house.OpenAsync()).AssetId;

        var result = await _house.Get<EditAsset>().ExecuteAsync(_house.Owner, assetId, new AssetChange { Title = title! }, null, default);

        Assert.Equal("asset.title_invalid", result.Error?.Code);
    }

    [Fact]
    public async Task Others_cannot_rename_and_learn_nothing()
    {
        var assetId = (await _house.OpenAsync()).AssetId;

        var result = await _house.Get<EditAsset>().ExecuteAsync("user_other", assetId, new AssetChange { Title = "Mine" }, null, default);

        Assert.Equal("asset.not_found", result.Error?.Code);
    }

    [Theory]
    [InlineData("C:\\clips\\Low tide.mov", "Low tide")]
    [InlineData("/home/me/.mp4", ".mp4")]
    [InlineData("plain", "plain")]
    public void A_title_is_made_of_the_file_name(string fileName, string title)
    {
        var made = Titles.FromFileName(fileName);

        Assert.True(Titles.Parse(made).Succeeded);
        Assert.EndsWith(title, made, StringComparison.Ordinal);
    }
}
