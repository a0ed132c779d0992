using StreamPlatform.Azure.Tests.Fake;
using StreamPlatform.Domain.Stores;
using StreamPlatform.Tests.Contracts.Stores;

namespace StreamPlatform.Azure.Tests.Contracts;

/// <summary>The contract on Cosmos DB's SDK over the fake service.</summary>
public sealed class CosmosDocumentsTests : DocumentsContract, IAsyncLifetime
{
    private readonly CosmosStores _stores = new();

    private protected override IDocuments Documents => _stores.Get<IDocuments>();

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _stores.DisposeAsync().AsTask();
}
