using StreamPlatform.Domain.Uploads;
using StreamPlatform.Tests.Contracts.Stores;

namespace StreamPlatform.Local.Tests.Stores;

/// <summary>The contract on SQLite.</summary>
public sealed class SqliteUploadStoreTests : UploadStoreContract, IAsyncLifetime
{
    private readonly SqliteStores _stores = new();

    private protected override IUploadStore Store => _stores.Get<IUploadStore>();

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _stores.DisposeAsync().AsTask();
}
