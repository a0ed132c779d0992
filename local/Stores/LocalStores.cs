using Microsoft.Extensions.DependencyInjection;
using StreamPlatform.Domain.Accounts;
using StreamPlatform.Domain.Accounts.Defaults;
using StreamPlatform.Domain.Accounts.Sessions;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Playback;
using StreamPlatform.Domain.Search;
using StreamPlatform.Domain.Search.Discovery;
using StreamPlatform.Domain.Stores;
using StreamPlatform.Domain.Telemetry.Aggregates;
using StreamPlatform.Domain.Uploads;
using StreamPlatform.Domain.Webhooks;
using StreamPlatform.Local.Stores.Search;
using StreamPlatform.Local.Stores.Telemetry;

namespace StreamPlatform.Local.Stores;

/// <summary>Registers the embedded adapter of every store port.</summary>
public static class LocalStores
{
    /// <param name="folder">Where <see cref="StoresDatabase.FileName"/> lives: the <c>db</c> folder of the data folder.</param>
    public static IServiceCollection AddLocalStores(this IServiceCollection services, string folder) => services
        .AddSingleton(_ => new StoresDatabase(folder))
        .AddSingleton<IDocuments, SqliteDocuments>()
        .AddSingleton<SqliteAssetStore>()
        .AddSingleton<IAssetStore>(provider => new RecentAssets(provider.GetRequiredService<SqliteAssetStore>(), provider.GetRequiredService<TimeProvider>()))
        .AddSingleton<IUploadStore, SqliteUploadStore>()
        .AddSingleton<SqliteApiKeyStore>()
        .AddSingleton<IApiKeyStore>(provider => new RecentApiKeys(provider.GetRequiredService<SqliteApiKeyStore>(), provider.GetRequiredService<TimeProvider>()))
        .AddSingleton<IUsageStore, SqliteUsageStore>()
        .AddSingleton<IEncodingDefaultsStore, SqliteEncodingDefaultsStore>()
        .AddSingleton<IIdempotencyStore, SqliteIdempotencyStore>()
        .AddSingleton<IVideoIndex, SqliteVideoIndex>()
        .AddSingleton(_ => new SearchDatabase(folder))
        .AddSingleton(provider => new RecentHits(
            new SqlitePublicIndex(provider.GetRequiredService<SearchDatabase>(), provider.GetRequiredService<TimeProvider>()),
            new SqliteIndexGenerations(provider.GetRequiredService<SearchDatabase>()),
            provider.GetRequiredService<TimeProvider>()))
        .AddSingleton<IPublicIndex>(provider => provider.GetRequiredService<RecentHits>())
        .AddSingleton<IIndexGenerations>(provider => provider.GetRequiredService<RecentHits>())
        .AddSingleton<IWebhookStore, SqliteWebhookStore>()
        .AddSingleton(_ => new TelemetryDatabase(folder))
        .AddSingleton<IAggregateShards, SqliteAggregateShards>()
        .AddSingleton<DeadRequests>();

    /// <param name="folder">The <c>keys</c> folder of the data folder.</param>
    public static IServiceCollection AddLocalSigningKeys(this IServiceCollection services, string folder) => services
        .AddSingleton<ISigningKeys>(provider => new FileSigningKeys(folder, provider.GetRequiredService<TimeProvider>()))
        .AddSingleton<IAccessTokenKeys>(provider => new FileAccessTokenKeys(folder, provider.GetRequiredService<TimeProvider>()));
}
