using Azure.Core;
using Azure.Search.Documents;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using StreamPlatform.Azure.Identity;
using StreamPlatform.Azure.Search;
using StreamPlatform.Domain.Search;

namespace StreamPlatform.Azure;

/// <summary>Registers the AI Search adapter of the search index.</summary>
public static class AzureSearch
{
    /// <exception cref="InvalidOperationException">A setting of <see cref="AiSearchSettings"/> is missing or malformed; the message names it.</exception>
    public static IServiceCollection AddAzureSearch(this IServiceCollection services, IConfiguration configuration)
    {
        var settings = AiSearchSettings.Read(name => configuration[name]);
        return services
            .AddSingleton(_ => new SearchClient(settings.Endpoint, settings.Index, AzureCredentials.For(settings.ClientId), Options()))
            .AddSingleton<IVideoIndex, AiSearchVideoIndex>();
    }

    /// <summary>Somebody types and waits: better no answer than a late one.</summary>
    internal static SearchClientOptions Options() => new()
    {
        Retry = { Mode = RetryMode.Exponential, Delay = TimeSpan.FromMilliseconds(200), MaxDelay = TimeSpan.FromSeconds(2), MaxRetries = 3, NetworkTimeout = TimeSpan.FromSeconds(5) },
    };
}
