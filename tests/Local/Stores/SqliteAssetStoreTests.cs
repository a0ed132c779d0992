using StreamPlatform.Domain.Catalog;
using StreamPlatform.Tests.Contracts.Stores;

namespace StreamPlatform.Local.Tests.Stores;

/// <summary>The contract on SQLite.</summary>
public sealed class SqliteAssetStoreTests : AssetStoreContract, IAsyncLifetime
{
    private readonly SqliteStores _stores = new();

    private protected override IAssetStore Store => _stores.Get<IAssetStore>();

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _stores.DisposeAsync().AsTask();
}
