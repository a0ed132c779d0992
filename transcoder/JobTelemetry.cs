using System.Runtime.CompilerServices;
using Azure.Identity;
using Azure.Monitor.OpenTelemetry.Exporter;
using OpenTelemetry;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using StreamPlatform.Domain.Operations.Tracing;

namespace StreamPlatform.Transcoder;

/// <summary>
/// Sends the job's spans to Application Insights or an OpenTelemetry collector, where the environment names one; elsewhere
/// nothing of it is even loaded, since a job of a second has no time for it.
/// </summary>
internal static class JobTelemetry
{
    private const string Insights = "APPLICATIONINSIGHTS_CONNECTION_STRING";
    private const string Collector = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>To be disposed of at the end: what isn't sent yet is sent then.</summary>
    public static IDisposable? Start() => Setting(Insights) is not null || Setting(Collector) is not null ? Build() : null;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static TracerProvider Build()
    {
        var traces = Sdk.CreateTracerProviderBuilder()
            .ConfigureResource(resource => resource.AddService("streamplatform-transcoder"))
            .AddSource(PlatformTraces.AllSources);
        if (Setting(Collector) is not null)
            traces.AddOtlpExporter();
        if (Setting(Insights) is { } connection)
        {
            traces.AddAzureMonitorTraceExporter(exporter =>
            {
                exporter.ConnectionString = connection;
                exporter.Credential = Setting("AzureWebJobsStorage__clientId") is { } identity
                    ? new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(identity))
                    : new DefaultAzureCredential();
            });
        }

        return traces.Build();
    }

    private static string? Setting(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
