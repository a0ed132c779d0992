using StreamPlatform.Domain.Search;
using StreamPlatform.Tests.Contracts.Search;

namespace StreamPlatform.Local.Tests.Stores;

/// <summary>The contract on SQLite.</summary>
public sealed class SqliteVideoIndexTests : VideoIndexContract, IAsyncLifetime
{
    private readonly SqliteStores _stores = new();

    private protected override IVideoIndex Index => _stores.Get<IVideoIndex>();

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _stores.DisposeAsync().AsTask();
}
