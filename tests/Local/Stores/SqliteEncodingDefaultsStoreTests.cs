using StreamPlatform.Domain.Accounts.Defaults;
using StreamPlatform.Tests.Contracts.Stores;

namespace StreamPlatform.Local.Tests.Stores;

/// <summary>The contract on SQLite.</summary>
public sealed class SqliteEncodingDefaultsStoreTests : EncodingDefaultsStoreContract, IAsyncLifetime
{
    private readonly SqliteStores _stores = new();

    private protected override IEncodingDefaultsStore Store => _stores.Get<IEncodingDefaultsStore>();

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _stores.DisposeAsync().AsTask();
}
