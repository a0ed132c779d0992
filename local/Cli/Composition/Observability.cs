using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using StreamPlatform.Domain.Operations;
using StreamPlatform.Domain.Operations.Metrics;
using StreamPlatform.Domain.Operations.Tracing;
using StreamPlatform.Local.Cli.Tracing;
using StreamPlatform.Local.Host;

namespace StreamPlatform.Local.Cli.Composition;

/// <summary>
/// Where the embedded runtime's telemetry goes: spans into the ring on this machine, everything to a collector where
/// OpenTelemetry's own variables name one. Its counterpart on Azure is <c>AzureTelemetry</c>.
/// </summary>
internal static class Observability
{
    /// <summary>Where Prometheus fetches metrics.</summary>
    public const string MetricsPath = "/metrics";

    /// <summary>The platform's own, those of the web server and those of .NET.</summary>
    private static readonly string[] Meters = [PlatformMetrics.AllMeters, "Microsoft.AspNetCore.Hosting", "System.Runtime"];

    /// <summary>With four seconds among them, which is about what a segment lasts.</summary>
    private static readonly double[] RequestSeconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 4, 10];

    private const string Collector = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <exception cref="InvalidOperationException">A setting can't be meant; the message names it.</exception>
    public static IServiceCollection AddObservability(this IServiceCollection services, HostComposition host)
    {
        var (configuration, data) = (host.Configuration, host.Data);
        var options = (configuration.GetSection(TraceOptions.Section).Get<TraceOptions>() ?? new TraceOptions()).Validated();
        var collector = !string.IsNullOrWhiteSpace(configuration[Collector]);
        var telemetry = services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("streamplatform"))
            .WithMetrics(metrics => metrics
                .AddMeter(Meters)
                .AddView("http.server.request.duration", new ExplicitBucketHistogramConfiguration { Boundaries = RequestSeconds })
                .AddPrometheusExporter(exporter => exporter.ScrapeResponseCacheDurationMilliseconds = 1000));
        host.ServeOperators(MetricsPath, page => page.UseOpenTelemetryPrometheusScrapingEndpoint(_ => true));
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<MachineSigns>(provider));
        services.AddSingleton<IHealthSign>(provider => provider.GetRequiredService<MachineSigns>());
        services.AddHostedService(provider => provider.GetRequiredService<MachineSigns>());
        if (options.KeepSpans > 0 || collector)
        {
            telemetry.WithTracing(traces =>
            {
                traces.AddSource(PlatformTraces.AllSources, SpanFilter.Requests).AddProcessor(new SpanFilter());
                if (options.KeepSpans > 0)
                {
                    traces.AddProcessor(provider => provider.GetRequiredService<SpanKeeper>().Processor);
                }
            });
        }

        if (options.KeepSpans > 0)
        {
            services.AddSingleton(provider => new SpanKeeper(data, options, provider.GetRequiredService<TimeProvider>()));
            services.AddHostedService(provider => provider.GetRequiredService<SpanKeeper>());
        }

        if (collector)
        {
            services.AddLogging(logging => logging.AddOpenTelemetry(log => log.IncludeScopes = true));
            telemetry.UseOtlpExporter();
        }

        return services;
    }
}
