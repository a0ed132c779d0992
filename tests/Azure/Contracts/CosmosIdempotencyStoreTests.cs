using StreamPlatform.Azure.Tests.Fake;
using StreamPlatform.Domain.Accounts;
using StreamPlatform.Tests.Contracts.Stores;

namespace StreamPlatform.Azure.Tests.Contracts;

/// <summary>The contract on Cosmos DB's SDK over the fake service.</summary>
public sealed class CosmosIdempotencyStoreTests : IdempotencyStoreContract, IAsyncLifetime
{
    private readonly CosmosStores _stores = new();

    private protected override IIdempotencyStore Store => _stores.Get<IIdempotencyStore>();

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _stores.DisposeAsync().AsTask();
}
