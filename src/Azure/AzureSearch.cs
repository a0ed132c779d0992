using Azure.Core;
using Azure.Search.Documents;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using StreamPlatform.Azure.Identity;
using StreamPlatform.Azure.Search;
using StreamPlatform.Domain.Search;
using StreamPlatform.Domain.Search.Discovery;

namespace StreamPlatform.Azure;

/// <summary>Registers the AI Search adapters of the search indexes.</summary>
public static class AzureSearch
{
    /// <exception cref="InvalidOperationException">A setting of <see cref="AiSearchSettings"/> is missing or malformed; the message names it.</exception>
    public static IServiceCollection AddAzureSearch(this IServiceCollection services, IConfiguration configuration)
    {
        var settings = AiSearchSettings.Read(name => configuration[name]);
        SearchClient Client(string index) => new(settings.Endpoint, index, AzureCredentials.For(settings.ClientId), Options());
        return services
            .AddSingleton<IVideoIndex>(_ => new AiSearchVideoIndex(Client(settings.Index)))
            .AddSingleton(_ => new PublicIndexClients([.. settings.PublicIndexes.Select(Client)]))
            .AddSingleton<AiSearchPublicIndex>()
            .AddSingleton<AiSearchIndexGenerations>()
            .AddSingleton(provider => new RecentHits(
                provider.GetRequiredService<AiSearchPublicIndex>(), provider.GetRequiredService<AiSearchIndexGenerations>(), provider.GetService<TimeProvider>() ?? TimeProvider.System))
            .AddSingleton<IPublicIndex>(provider => provider.GetRequiredService<RecentHits>())
            .AddSingleton<IIndexGenerations>(provider => provider.GetRequiredService<RecentHits>());
    }

    /// <summary>Somebody types and waits: better no answer than a late one.</summary>
    internal static SearchClientOptions Options() => new()
    {
        Retry = { Mode = RetryMode.Exponential, Delay = TimeSpan.FromMilliseconds(200), MaxDelay = TimeSpan.FromSeconds(2), MaxRetries = 3, NetworkTimeout = TimeSpan.FromSeconds(5) },
    };
}
