using Azure.Monitor.OpenTelemetry.Exporter;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using StreamPlatform.Azure.Identity;
using StreamPlatform.Domain.Operations.Metrics;
using StreamPlatform.Domain.Operations.Tracing;

namespace StreamPlatform.Azure.Operations;

/// <summary>What the function app's own process measures and logs goes to Application Insights; the Functions host sends its part itself.</summary>
public static class AzureTelemetry
{
    /// <summary>Setting: where to send to. Without it nothing is sent.</summary>
    public const string ConnectionName = "APPLICATIONINSIGHTS_CONNECTION_STRING";

    /// <summary>Setting: an OpenTelemetry collector to send to as well; OpenTelemetry's own name and meaning.</summary>
    public const string CollectorName = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>The platform's own, and those of the web server.</summary>
    private static readonly string[] Meters = [PlatformMetrics.AllMeters, "Microsoft.AspNetCore.Hosting"];

    /// <summary>Adds metrics, traces and logs, sent with the app's identity: the connection string's key alone opens nothing.</summary>
    /// <returns>For whatever the host adds to it.</returns>
    public static IOpenTelemetryBuilder AddAzureTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        IOpenTelemetryBuilder telemetry = services.AddOpenTelemetry()
            .WithMetrics(metrics => metrics.AddMeter(Meters))
            .WithTracing(traces => traces.AddSource(PlatformTraces.AllSources));
        if (!string.IsNullOrWhiteSpace(configuration[CollectorName]))
        {
            telemetry = telemetry.UseOtlpExporter();
        }

        return string.IsNullOrWhiteSpace(configuration[ConnectionName]) ? telemetry : telemetry.UseAzureMonitorExporter(exporter =>
        {
            exporter.ConnectionString = configuration[ConnectionName];
            exporter.Credential = AzureCredentials.For(configuration[AzureCredentials.ClientIdName]);
        });
    }
}
