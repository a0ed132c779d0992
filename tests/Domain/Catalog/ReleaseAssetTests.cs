using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Catalog.Events;
using StreamPlatform.Domain.Catalog.Metadata;
using StreamPlatform.Domain.Catalog.Timers;

namespace StreamPlatform.Domain.Tests.Catalog;

public sealed class ReleaseAssetTests : IAsyncLifetime
{
    private readonly House _house = new();
    private string _assetId = "";
    private DateTimeOffset _at;

    public async Task InitializeAsync()
    {
        _assetId = (await _house.OpenAsync()).AssetId;
        _at = _house.Clock.GetUtcNow().AddHours(1);
        await _house.Get<Assets>().UpdateAsync(_assetId, asset => asset with { PublishedRunId = "1-0123" }, default);
        await ScheduleAsync(_at);
        _house.Events.Told.Clear();
    }

    public Task DisposeAsync() => _house.DisposeAsync().AsTask();

    [Fact]
    public async Task At_its_moment_an_asset_becomes_public_and_it_is_told_once_however_often_it_is_tried()
    {
        var release = await FindAsync();
        _house.Clock.Advance(TimeSpan.FromHours(1));
        _house.Events.Faults = 1;
        await Assert.ThrowsAsync<IOException>(() => _house.Get<ReleaseAsset>().ExecuteAsync(release!, default));

        await _house.Get<ReleaseAsset>().ExecuteAsync(release!, default);
        await _house.Get<ReleaseAsset>().ExecuteAsync(release!, default);

        var asset = await _house.AssetAsync(_assetId);
        Assert.Equal((Visibility.Public, _at), (asset.Visibility, asset.PublishAt));
        Assert.Equal(VideoEvents.OfUpdate(asset), Assert.Single(_house.Events.Told.Distinct()));
        Assert.Null(await FindAsync());
    }

    [Fact]
    public async Task One_that_was_scheduled_anew_or_made_private_stays_as_it_is()
    {
        var release = await FindAsync();
        await ScheduleAsync(_at.AddHours(1));
        await _house.Get<ReleaseAsset>().ExecuteAsync(release!, default);
        Assert.Equal(Visibility.Scheduled, (await _house.AssetAsync(_assetId)).Visibility);

        var later = await FindAsync();
        Assert.NotEqual(release!.InstanceId(), later!.InstanceId());
        await _house.Get<EditAsset>().ExecuteAsync(_house.Owner, _assetId, new AssetChange { Visibility = Visibility.Private }, null, default);
        _house.Events.Told.Clear();
        await _house.Get<ReleaseAsset>().ExecuteAsync(later, default);

        Assert.Equal(Visibility.Private, (await _house.AssetAsync(_assetId)).Visibility);
        Assert.Empty(_house.Events.Told);
    }

    [Fact]
    public async Task Who_is_never_the_fastest_tries_again_later()
    {
        var late = new ReleaseAsset(
            _house.Get<IAssetStore>(), new Assets(Overtaken<IAssetStore>.Of(_house.Get<IAssetStore>()), _house.Clock), _house.Events);

        await Assert.ThrowsAsync<TimeoutException>(() => late.ExecuteAsync(new ScheduledRelease(_assetId, _at), default));
    }

    private Task<ScheduledRelease?> FindAsync() => _house.Get<ReleaseAsset>().FindAsync(_assetId, default);

    private async Task ScheduleAsync(DateTimeOffset at) => Assert.True((await _house.Get<EditAsset>().ExecuteAsync(
        _house.Owner, _assetId, new AssetChange { Visibility = Visibility.Scheduled, PublishAt = at }, null, default)).Succeeded);
}
