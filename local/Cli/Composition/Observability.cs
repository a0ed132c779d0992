using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
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
    private const string Collector = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <exception cref="InvalidOperationException">A setting can't be meant; the message names it.</exception>
    public static IServiceCollection AddObservability(this IServiceCollection services, IConfiguration configuration, DataFolder data)
    {
        var options = (configuration.GetSection(TraceOptions.Section).Get<TraceOptions>() ?? new TraceOptions()).Validated();
        var collector = !string.IsNullOrWhiteSpace(configuration[Collector]);
        var telemetry = services.AddOpenTelemetry().ConfigureResource(resource => resource.AddService("streamplatform"));
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
