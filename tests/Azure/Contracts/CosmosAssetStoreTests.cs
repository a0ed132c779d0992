using StreamPlatform.Azure.Tests.Fake;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Tests.Contracts.Stores;

namespace StreamPlatform.Azure.Tests.Contracts;

/// <summary>The contract on Cosmos DB's SDK over the fake service.</summary>
public sealed class CosmosAssetStoreTests : AssetStoreContract, IAsyncLifetime
{
    private readonly CosmosStores _stores = new();

    private protected override IAssetStore Store => _stores.Get<IAssetStore>();

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _stores.DisposeAsync().AsTask();
}
