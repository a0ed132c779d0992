using StreamPlatform.Azure.Tests.Fake;
using StreamPlatform.Domain.Accounts;
using StreamPlatform.Tests.Contracts.Stores;

namespace StreamPlatform.Azure.Tests.Contracts;

/// <summary>The contract on Cosmos DB's SDK over the fake service.</summary>
public sealed class CosmosUsageStoreTests : UsageStoreContract, IAsyncLifetime
{
    private readonly CosmosStores _stores = new();

    private protected override IUsageStore Store => _stores.Get<IUsageStore>();

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _stores.DisposeAsync().AsTask();
}
