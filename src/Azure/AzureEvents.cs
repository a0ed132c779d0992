using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using StreamPlatform.Azure.Catalog;
using StreamPlatform.Azure.Identity;
using StreamPlatform.Azure.Operations;
using StreamPlatform.Domain.Catalog.Events;

namespace StreamPlatform.Azure;

/// <summary>Registers the Service Bus adapter of what is told of videos.</summary>
public static class AzureEvents
{
    /// <exception cref="InvalidOperationException">A setting of <see cref="ServiceBusSettings"/> is missing or malformed; the message names it.</exception>
    public static IServiceCollection AddAzureEvents(this IServiceCollection services, IConfiguration configuration)
    {
        var settings = ServiceBusSettings.Read(name => configuration[name]);
        return services.AddSingleton<IEventPublisher>(_ => new ServiceBusEventPublisher(settings, AzureCredentials.For(settings.ClientId), new RestOptions()));
    }
}
