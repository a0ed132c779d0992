using StreamPlatform.Domain.Accounts;

namespace StreamPlatform.Local.Tests.Stores;

/// <summary>The contract on SQLite.</summary>
public sealed class SqliteUsageStoreTests : UsageStoreContract, IAsyncLifetime
{
    private readonly SqliteStores _stores = new();

    private protected override IUsageStore Store => _stores.Get<IUsageStore>();

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _stores.DisposeAsync().AsTask();
}
