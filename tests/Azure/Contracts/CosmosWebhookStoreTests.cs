using StreamPlatform.Azure.Tests.Fake;
using StreamPlatform.Domain.Webhooks;
using StreamPlatform.Tests.Contracts.Stores;

namespace StreamPlatform.Azure.Tests.Contracts;

/// <summary>The contract on Cosmos DB's SDK over the fake service.</summary>
public sealed class CosmosWebhookStoreTests : WebhookStoreContract, IAsyncLifetime
{
    private readonly CosmosStores _stores = new();

    private protected override IWebhookStore Store => _stores.Get<IWebhookStore>();

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _stores.DisposeAsync().AsTask();
}
