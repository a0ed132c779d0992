using StreamPlatform.Domain.Accounts;
using StreamPlatform.Tests.Contracts.Stores;

namespace StreamPlatform.Local.Tests.Stores;

/// <summary>The contract on SQLite.</summary>
public sealed class SqliteApiKeyStoreTests : ApiKeyStoreContract, IAsyncLifetime
{
    private readonly SqliteStores _stores = new();

    private protected override IApiKeyStore Store => _stores.Get<IApiKeyStore>();

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _stores.DisposeAsync().AsTask();
}
