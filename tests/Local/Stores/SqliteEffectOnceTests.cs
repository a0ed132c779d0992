using StreamPlatform.Domain.Telemetry.Aggregates;
using StreamPlatform.Tests.Contracts.Telemetry;

namespace StreamPlatform.Local.Tests.Stores;

public sealed class SqliteEffectOnceTests : EffectOnceContract, IAsyncLifetime
{
    private readonly List<SqliteStores> _stores = [];

    private protected override int Schedules => 12;

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        foreach (var stores in _stores)
            await stores.DisposeAsync();
    }

    private protected override IAggregateShards NewShards()
    {
        _stores.Add(new SqliteStores());
        return _stores[^1].Get<IAggregateShards>();
    }
}
