using System.Reflection;
using StreamPlatform.Domain.Catalog;

namespace StreamPlatform.Domain.Tests.Catalog;

public sealed class RecentAssetsTests : IAsyncLifetime
{
    private readonly House _house = new();
    private Asset _asset = null!;

    private string PlaybackId => _asset.PlaybackIds[0].Id;

    public async Task InitializeAsync() => _asset = await _house.AssetAsync((await _house.OpenAsync()).AssetId);

    public Task DisposeAsync() => _house.DisposeAsync().AsTask();

    [Fact]
    public async Task What_this_process_writes_is_seen_at_once_and_what_another_writes_two_seconds_later()
    {
        var (here, elsewhere) = (Instance(), Instance());
        await TitleAsync(here);

        await RenameAsync(elsewhere, "By another");
        Assert.Equal(_asset.Title, await TitleAsync(here));
        Assert.Equal("By another", await TitleAsync(elsewhere));
        _house.Clock.Advance(RecentAssets.Longest);
        Assert.Equal("By another", await TitleAsync(here));

        await RenameAsync(here, "By us");
        Assert.Equal("By us", await TitleAsync(here));
    }

    [Fact]
    public async Task Whoever_changes_an_asset_reads_what_is_there()
    {
        var here = Instance();
        await TitleAsync(here);
        await RenameAsync(Instance(), "By another");

        Assert.Equal("By another", (await here.FindAsync(_asset.Id, default))!.Value.Title);
        Assert.Equal("By another", Assert.Single(await here.FindManyAsync([_asset.Id], default)).Title);
        Assert.Equal("By another", Assert.Single((await here.ListAsync(_asset.OwnerId, false, null, 10, default)).Items).Title);
    }

    [Fact]
    public async Task An_asset_that_was_read_while_it_was_written_is_not_kept()
    {
        var slow = SlowStore.Of(_house.Get<IAssetStore>());
        var here = new RecentAssets((IAssetStore)(object)slow, _house.Clock);

        var reading = here.FindByPlaybackIdAsync(PlaybackId, default);
        await RenameAsync(here, "Meanwhile");
        slow.Go.SetResult();

        Assert.Equal(_asset.Title, (await reading)!.Value.Title);
        Assert.Equal("Meanwhile", await TitleAsync(here));
    }

    private RecentAssets Instance() => new(_house.Get<IAssetStore>(), _house.Clock);

    private async Task<string> TitleAsync(RecentAssets store) => (await store.FindByPlaybackIdAsync(PlaybackId, default))!.Value.Title;

    private async Task RenameAsync(RecentAssets store, string title)
    {
        var stored = (await store.FindAsync(_asset.Id, default))!;
        Assert.NotNull(await store.ReplaceAsync(stored.Value with { Title = title }, stored.ETag, default));
    }

    /// <summary>Its answers by playback id are on their way until told to arrive.</summary>
    public class SlowStore : DispatchProxy
    {
        private IAssetStore _store = null!;

        internal TaskCompletionSource Go { get; } = new();

        internal static SlowStore Of(IAssetStore store)
        {
            var proxy = (SlowStore)Create<IAssetStore, SlowStore>();
            proxy._store = store;
            return proxy;
        }

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
        {
            var answer = targetMethod!.Invoke(_store, args);
            return targetMethod.Name == nameof(IAssetStore.FindByPlaybackIdAsync) ? LateAsync((Task<Stored<Asset>?>)answer!) : answer;
        }

        private async Task<Stored<Asset>?> LateAsync(Task<Stored<Asset>?> answer)
        {
            var found = await answer;
            await Go.Task;
            return found;
        }
    }
}
