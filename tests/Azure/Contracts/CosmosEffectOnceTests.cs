using StreamPlatform.Azure.Tests.Fake;
using StreamPlatform.Domain.Telemetry.Aggregates;
using StreamPlatform.Tests.Contracts.Telemetry;

namespace StreamPlatform.Azure.Tests.Contracts;

public sealed class CosmosEffectOnceTests : EffectOnceContract, IAsyncLifetime
{
    private readonly List<CosmosStores> _stores = [];

    private protected override int Schedules => 6;

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        foreach (var stores in _stores)
            await stores.DisposeAsync();
    }

    private protected override IAggregateShards NewShards()
    {
        _stores.Add(new CosmosStores());
        return _stores[^1].Get<IAggregateShards>();
    }
}
