using Microsoft.Azure.Cosmos;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using StreamPlatform.Azure.Accounts;
using StreamPlatform.Azure.Catalog;
using StreamPlatform.Azure.Cosmos;
using StreamPlatform.Azure.Stores;
using StreamPlatform.Azure.Telemetry;
using StreamPlatform.Azure.Uploads;
using StreamPlatform.Azure.Webhooks;
using StreamPlatform.Domain.Accounts;
using StreamPlatform.Domain.Accounts.Defaults;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Stores;
using StreamPlatform.Domain.Telemetry.Aggregates;
using StreamPlatform.Domain.Uploads;
using StreamPlatform.Domain.Webhooks;

namespace StreamPlatform.Azure;

/// <summary>Registers the Cosmos DB adapter of every store port.</summary>
public static class AzureStores
{
    /// <summary>Adds the stores. Nothing is connected before the first of them is used.</summary>
    /// <exception cref="InvalidOperationException">A setting of <see cref="CosmosSettings"/> is missing or malformed; the message names it.</exception>
    public static IServiceCollection AddAzureStores(this IServiceCollection services, IConfiguration configuration)
    {
        var settings = CosmosSettings.Read(name => configuration[name]);
        return services
            .AddSingleton(_ => CosmosClients.Create(settings))
            .AddCosmosStores(settings.Database);
    }

    /// <summary>The stores over a client that is registered beside them.</summary>
    internal static IServiceCollection AddCosmosStores(this IServiceCollection services, string database) => services
        .AddSingleton<CosmosMetrics>()
        .AddSingleton(provider => new CosmosDatabase(
            provider.GetRequiredService<CosmosClient>(),
            database,
            provider.GetRequiredService<CosmosMetrics>(),
            provider.GetService<TimeProvider>() ?? TimeProvider.System))
        .AddSingleton<IDocuments, CosmosDocuments>()
        .AddSingleton<CosmosAssetStore>()
        .AddSingleton<IAssetStore>(provider => new RecentAssets(provider.GetRequiredService<CosmosAssetStore>(), provider.GetService<TimeProvider>() ?? TimeProvider.System))
        .AddSingleton<IUploadStore, CosmosUploadStore>()
        .AddSingleton<CosmosApiKeyStore>()
        .AddSingleton<IApiKeyStore>(provider => new RecentApiKeys(provider.GetRequiredService<CosmosApiKeyStore>(), provider.GetService<TimeProvider>() ?? TimeProvider.System))
        .AddSingleton<IUsageStore, CosmosUsageStore>()
        .AddSingleton<IIdempotencyStore, CosmosIdempotencyStore>()
        .AddSingleton<IEncodingDefaultsStore, CosmosEncodingDefaultsStore>()
        .AddSingleton<IWebhookStore, CosmosWebhookStore>()
        .AddSingleton<IAggregateShards, CosmosAggregateShards>();
}
