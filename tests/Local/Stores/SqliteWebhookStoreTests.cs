using StreamPlatform.Domain.Webhooks;
using StreamPlatform.Tests.Contracts.Stores;

namespace StreamPlatform.Local.Tests.Stores;

/// <summary>The contract on SQLite.</summary>
public sealed class SqliteWebhookStoreTests : WebhookStoreContract, IAsyncLifetime
{
    private readonly SqliteStores _stores = new();

    private protected override IWebhookStore Store => _stores.Get<IWebhookStore>();

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _stores.DisposeAsync().AsTask();
}
