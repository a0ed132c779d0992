using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Operations.Business;
using StreamPlatform.Domain.Operations.Audit;
using StreamPlatform.Domain.Operations.Metrics;
using StreamPlatform.Domain.Operations.Tiers;
using StreamPlatform.Domain.Operations;
using StreamPlatform.Domain.Playback;
using StreamPlatform.Domain.Processing;
using StreamPlatform.Domain.Search;
using StreamPlatform.Domain.Search.Discovery;
using StreamPlatform.Domain.Storage;
using StreamPlatform.Domain.Telemetry.Aggregates;

namespace StreamPlatform.Functions.Operations;

/// <summary>Health, metrics, and the tiers of media.</summary>
internal static class OperationsServices
{
    public static IServiceCollection AddOperations(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton(provider => new CheckHealth(
            HealthProbe.Of(
                provider.GetRequiredService<IBlobStore>(), provider.GetRequiredService<IAssetStore>(), provider.GetRequiredService<ISigningKeys>(), provider.GetRequiredService<ITranscodeQueue>(),
                provider.GetRequiredService<IVideoIndex>(), provider.GetRequiredService<IPublicIndex>()),
            provider.GetRequiredService<TimeProvider>(),
            down => provider.GetRequiredService<ILogger<CheckHealth>>().DependencyDown(down.Name, down.Reason!),
            provider.GetServices<IHealthSign>()))
        .AddSingleton<IHealthSign, QueueSign>()
        .AddSingleton<QueueMetrics>()
        .AddHostedService<QueueWatch>()
        .AddSingleton<ViewerMetrics>()
        .AddHostedService<ViewerWatch>()
        .AddSingleton((configuration.GetSection(TierOptions.Section).Get<TierOptions>() ?? new TierOptions()).Validated())
        .AddSingleton<IViewVelocity, CountedVelocity>()
        .AddSingleton<CatalogDays>()
        .AddSingleton<Uptime>()
        .AddSingleton<ReadBusiness>()
        .AddSingleton<AuditTrail>()
        .AddSingleton<TierAsset>()
        .AddSingleton<TierCatalog>()
        .AddSingleton<RecallMedia>();
}
