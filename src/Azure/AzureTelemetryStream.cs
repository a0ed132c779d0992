using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using StreamPlatform.Azure.Identity;
using StreamPlatform.Azure.Telemetry;
using StreamPlatform.Domain.Telemetry.Streams;

namespace StreamPlatform.Azure;

/// <summary>Registers the Event Hubs adapter of what players tell.</summary>
public static class AzureTelemetryStream
{
    /// <exception cref="InvalidOperationException">A setting of <see cref="EventHubsSettings"/> is missing or malformed; the message names it.</exception>
    public static IServiceCollection AddAzureTelemetryStream(this IServiceCollection services, IConfiguration configuration)
    {
        var settings = EventHubsSettings.Read(name => configuration[name]);
        return services.AddSingleton<ITelemetryStream>(provider => new KafkaTelemetryStream(
            EventHubsKafka.ConfigurationOf(settings),
            EventHubsKafka.Tokens(settings, AzureCredentials.For(settings.ClientId)),
            provider.GetRequiredService<ILogger<KafkaTelemetryStream>>()));
    }
}
