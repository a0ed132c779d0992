using Microsoft.Azure.Cosmos;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using StreamPlatform.Domain.Accounts;
using StreamPlatform.Domain.Accounts.Defaults;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Telemetry.Aggregates;
using StreamPlatform.Domain.Uploads;

namespace StreamPlatform.Azure.Tests;

public sealed class AzureStoresTests
{
    private readonly IServiceCollection _services =
        new ServiceCollection().AddSingleton(typeof(ILogger<>), typeof(NullLogger<>));

    [Theory]
    [InlineData(typeof(IAssetStore))]
    [InlineData(typeof(IUploadStore))]
    [InlineData(typeof(IApiKeyStore))]
    [InlineData(typeof(IUsageStore))]
    [InlineData(typeof(IIdempotencyStore))]
    [InlineData(typeof(IEncodingDefaultsStore))]
    [InlineData(typeof(IAggregateShards))]
    public async Task Every_store_port_has_its_adapter_over_one_client(Type port)
    {
        await using var provider = _services
            .AddAzureStores(Settings(("Cosmos:Endpoint", Fake.FakeCosmos.Endpoint), ("Cosmos:Database", "streamplatform")))
            .BuildServiceProvider();

        Assert.NotNull(provider.GetRequiredService(port));
        Assert.Same(provider.GetRequiredService<CosmosClient>(), provider.GetRequiredService<CosmosClient>());
    }

    [Fact]
    public void What_is_missing_is_told_before_anything_runs() => Assert.Contains(
        "Cosmos__Endpoint",
        Assert.Throws<InvalidOperationException>(() => _services.AddAzureStores(Settings())).Message,
        StringComparison.Ordinal);

    private static IConfiguration Settings(params (string Name, string Value)[] settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create<string, string?>(setting.Name, setting.Value)))
        .Build();
}
