using Microsoft.Azure.Cosmos;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using StreamPlatform.Azure.Cosmos;

namespace StreamPlatform.Azure.Tests.Fake;

/// <summary>The stores over a fake service of their own, by the SDK in gateway mode: what goes over the wire is seen.</summary>
internal sealed class CosmosStores : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    public CosmosStores(TimeProvider? clock = null)
    {
        var options = CosmosClients.Options([]);
        options.ConnectionMode = ConnectionMode.Gateway;
        options.HttpClientFactory = () => new HttpClient(Cosmos, disposeHandler: false);
        _services = new ServiceCollection()
            .AddSingleton(clock ?? TimeProvider.System)
            .AddSingleton(typeof(ILogger<>), typeof(NullLogger<>))
            .AddSingleton(_ => new CosmosClient(FakeCosmos.Endpoint, Convert.ToBase64String(new byte[64]), options))
            .AddCosmosStores(FakeCosmos.Database)
            .BuildServiceProvider();
    }

    public FakeCosmos Cosmos { get; } = new();

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        Cosmos.Dispose();
    }
}
