using StreamPlatform.Azure.Tests.Fake;
using StreamPlatform.Domain.Accounts.Defaults;
using StreamPlatform.Tests.Contracts.Stores;

namespace StreamPlatform.Azure.Tests.Contracts;

/// <summary>The contract on Cosmos DB's SDK over the fake service.</summary>
public sealed class CosmosEncodingDefaultsStoreTests : EncodingDefaultsStoreContract, IAsyncLifetime
{
    private readonly CosmosStores _stores = new();

    private protected override IEncodingDefaultsStore Store => _stores.Get<IEncodingDefaultsStore>();

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _stores.DisposeAsync().AsTask();
}
