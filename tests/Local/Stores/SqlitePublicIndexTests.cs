using StreamPlatform.Domain.Search.Discovery;
using StreamPlatform.Tests.Contracts.Search;

namespace StreamPlatform.Local.Tests.Stores;

/// <summary>The contract on SQLite.</summary>
public sealed class SqlitePublicIndexTests : PublicIndexContract, IAsyncLifetime
{
    private readonly SqliteStores _stores = new();

    private protected override IPublicIndex Index => _stores.Get<IPublicIndex>();

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _stores.DisposeAsync().AsTask();
}
