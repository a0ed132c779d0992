using StreamPlatform.Domain.Accounts;

namespace StreamPlatform.Local.Tests.Stores;

/// <summary>The contract on SQLite.</summary>
public sealed class SqliteIdempotencyStoreTests : IdempotencyStoreContract, IAsyncLifetime
{
    private readonly SqliteStores _stores = new();

    private protected override IIdempotencyStore Store => _stores.Get<IIdempotencyStore>();

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _stores.DisposeAsync().AsTask();
}
