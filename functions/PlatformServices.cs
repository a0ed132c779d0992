using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using StreamPlatform.Functions.Accounts;
using StreamPlatform.Functions.Accounts.SignIn;
using StreamPlatform.Functions.Broadcasts;
using StreamPlatform.Functions.Catalog;
using StreamPlatform.Functions.History;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Live;
using StreamPlatform.Functions.Operations;
using StreamPlatform.Functions.Playback;
using StreamPlatform.Functions.Processing;
using StreamPlatform.Functions.Recommendations;
using StreamPlatform.Functions.Search;
using StreamPlatform.Functions.Social;
using StreamPlatform.Functions.Telemetry;
using StreamPlatform.Functions.Uploads;
using StreamPlatform.Functions.Webhooks;

namespace StreamPlatform.Functions;

/// <summary>
/// Everything the functions need that is the same in both runtimes: use cases, options, HTTP helpers, a list in each capability.
/// The composition roots add the adapters behind the ports (stores, blobs, queue, signer, media).
/// </summary>
public static class PlatformServices
{
    /// <exception cref="InvalidOperationException">A setting can't be meant; the message names it.</exception>
    public static IServiceCollection AddPlatform(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        return services
            .AddHttp(configuration)
            .AddAccounts(configuration)
            .AddSignIn(configuration)
            .AddCatalog()
            .AddUploads(configuration)
            .AddProcessing(configuration)
            .AddPlayback(configuration)
            .AddLive(configuration)
            .AddSearch()
            .AddBroadcasts()
            .AddWebhooks(configuration)
            .AddSocial()
            .AddHistory()
            .AddTelemetry(configuration)
            .AddRecommendations()
            .AddOperations(configuration);
    }
}
