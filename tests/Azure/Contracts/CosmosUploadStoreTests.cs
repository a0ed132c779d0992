using StreamPlatform.Azure.Tests.Fake;
using StreamPlatform.Domain.Uploads;
using StreamPlatform.Tests.Contracts.Stores;

namespace StreamPlatform.Azure.Tests.Contracts;

/// <summary>The contract on Cosmos DB's SDK over the fake service.</summary>
public sealed class CosmosUploadStoreTests : UploadStoreContract, IAsyncLifetime
{
    private readonly CosmosStores _stores = new();

    private protected override IUploadStore Store => _stores.Get<IUploadStore>();

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _stores.DisposeAsync().AsTask();
}
