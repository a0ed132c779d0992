using System.Reflection;
using StreamPlatform.Domain.Playback.Keys;
using StreamPlatform.Domain.Stores;

namespace StreamPlatform.Domain.Tests.Playback;

public sealed class RecentKeyRingsTests : IAsyncLifetime
{
    private readonly House _house = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _house.DisposeAsync().AsTask();

    [Fact]
    public async Task What_this_process_writes_is_seen_at_once_and_what_another_writes_two_seconds_later()
    {
        var (here, elsewhere) = (Instance(), Instance());
        var key = (await here.Keys.CreateAsync("user_1", null, default)).Value.Key;
        Assert.Equal(key.PublicKey, (await here.Recent.FindAsync("user_1", key.Id, default))!.PublicKey);
        Assert.NotNull(await elsewhere.Recent.FindAsync("user_1", key.Id, default));

        await here.Keys.RevokeAsync("user_1", key.Id, default);

        Assert.Null(await here.Recent.FindAsync("user_1", key.Id, default));
        Assert.NotNull(await elsewhere.Recent.FindAsync("user_1", key.Id, default));
        _house.Clock.Advance(RecentKeyRings.Longest);
        Assert.Null(await elsewhere.Recent.FindAsync("user_1", key.Id, default));
    }

    [Fact]
    public async Task Whoever_makes_ids_up_costs_one_read_an_account_in_two_seconds_and_none_for_what_is_no_id()
    {
        var store = CountedStore.Of(_house.Get<IDocuments>());
        var recent = new RecentKeyRings((IDocuments)(object)store, _house.Clock);

        for (var i = 0; i < 100; i++)
            Assert.Null(await recent.FindAsync("user_1", OpaqueId.New(OwnersKey.IdPrefix), default));
        foreach (var id in new[] { null, "", "key_", $"{OpaqueId.New(OwnersKey.IdPrefix)}0", new string('k', 5000) })
            Assert.Null(await recent.FindAsync("user_2", id, default));

        Assert.Equal(1, store.Reads);
        _house.Clock.Advance(RecentKeyRings.Longest);
        Assert.Null(await recent.FindAsync("user_1", OpaqueId.New(OwnersKey.IdPrefix), default));
        Assert.Equal(2, store.Reads);
    }

    private (OwnersKeys Keys, RecentKeyRings Recent) Instance()
    {
        var recent = new RecentKeyRings(_house.Get<IDocuments>(), _house.Clock);
        return (new OwnersKeys(_house.Get<IDocuments>(), recent, _house.Clock), recent);
    }

    public class CountedStore : DispatchProxy
    {
        private IDocuments _store = null!;

        internal int Reads { get; private set; }

        internal static CountedStore Of(IDocuments store)
        {
            var proxy = (CountedStore)Create<IDocuments, CountedStore>();
            proxy._store = store;
            return proxy;
        }

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
        {
            Reads++;
            return targetMethod!.Invoke(_store, args);
        }
    }
}
