using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using StreamPlatform.Azure.Broadcasts;
using StreamPlatform.Azure.Identity;
using StreamPlatform.Azure.Operations;
using StreamPlatform.Domain.Broadcasts;

namespace StreamPlatform.Azure;

/// <summary>Registers the Web PubSub adapter of what connected clients are told.</summary>
public static class AzureBroadcasts
{
    /// <exception cref="InvalidOperationException">A setting of <see cref="WebPubSubSettings"/> is missing or malformed; the message names it.</exception>
    public static IServiceCollection AddAzureBroadcasts(this IServiceCollection services, IConfiguration configuration)
    {
        var settings = WebPubSubSettings.Read(name => configuration[name]);
        return services.AddSingleton<IBroadcasts>(provider => new WebPubSubBroadcasts(
            settings, AzureCredentials.For(settings.ClientId), new RestOptions(), provider.GetRequiredService<TimeProvider>()));
    }
}
