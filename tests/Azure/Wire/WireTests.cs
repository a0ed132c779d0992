using StreamPlatform.Azure.Tests.Fake;

namespace StreamPlatform.Azure.Tests.Wire;

/// <summary>What the stores ask of Cosmos DB, request by request.</summary>
public abstract class WireTests : IAsyncLifetime
{
    private protected static readonly CancellationToken Ct = CancellationToken.None;

    private protected CosmosStores Stores { get; } = new();

    private protected FakeCosmos Cosmos => Stores.Cosmos;

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => Stores.DisposeAsync().AsTask();

    /// <summary>The header's value for one key.</summary>
    private protected static string Key(string value) => $"[\"{value}\"]";

    /// <summary>The requests of <paramref name="act"/> alone.</summary>
    private protected async Task<IReadOnlyList<CosmosRequest>> SeeAsync(Func<Task> act)
    {
        Cosmos.Forget();
        await act();
        return Cosmos.Requests;
    }
}
