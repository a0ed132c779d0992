using Azure.Monitor.OpenTelemetry.Exporter;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using StreamPlatform.Azure.Identity;

namespace StreamPlatform.Azure.Operations;

/// <summary>What the function app's own process measures and logs goes to Application Insights; the Functions host sends its part itself.</summary>
public static class AzureTelemetry
{
    /// <summary>Setting: where to send to. Without it nothing is sent.</summary>
    public const string ConnectionName = "APPLICATIONINSIGHTS_CONNECTION_STRING";

    /// <summary>All of the platform's meters.</summary>
    internal const string Meters = "StreamPlatform.*";

    /// <summary>Adds metrics, traces and logs, sent with the app's identity: the connection string's key alone opens nothing.</summary>
    /// <returns>For whatever the host adds to it.</returns>
    public static IOpenTelemetryBuilder AddAzureTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        var telemetry = services.AddOpenTelemetry().WithMetrics(metrics => metrics.AddMeter(Meters));
        return string.IsNullOrWhiteSpace(configuration[ConnectionName]) ? telemetry : telemetry.UseAzureMonitorExporter(exporter =>
        {
            exporter.ConnectionString = configuration[ConnectionName];
            exporter.Credential = AzureCredentials.For(configuration[AzureCredentials.ClientIdName]);
        });
    }
}
