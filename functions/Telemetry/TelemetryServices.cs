using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using StreamPlatform.Domain.Telemetry.Aggregates;
using StreamPlatform.Domain.Telemetry.Analytics;
using StreamPlatform.Domain.Telemetry.Archive;
using StreamPlatform.Domain.Telemetry.Deliveries;
using StreamPlatform.Domain.Telemetry.Ingest;
using StreamPlatform.Domain.Telemetry.Investigation;
using StreamPlatform.Domain.Telemetry.Presence;
using StreamPlatform.Domain.Telemetry.Recounts;
using StreamPlatform.Domain.Telemetry.Returning;
using StreamPlatform.Domain.Telemetry.Sessions;
using StreamPlatform.Domain.Telemetry.Streams;
using StreamPlatform.Domain.Telemetry.Truth;
using StreamPlatform.Functions.Telemetry.Analytics;

namespace StreamPlatform.Functions.Telemetry;

/// <summary>From what players tell to what is asked of it.</summary>
internal static class TelemetryServices
{
    public static IServiceCollection AddTelemetry(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton((configuration.GetSection(SessionOptions.Section).Get<SessionOptions>() ?? new SessionOptions()).Validated())
        .AddSingleton<HotVideos>()
        .AddSingleton<SessionTokens>()
        .AddSingleton<OpenSession>()
        .AddSingleton((configuration.GetSection(SessionTraces.Section).Get<SessionTraces>() ?? new SessionTraces()).Validated())
        .AddSingleton<TakeBeacons>()
        .AddSingleton<Aggregates>()
        .AddSingleton<ChangedVideos>()
        .AddSingleton<JudgeViews>()
        .AddSingleton<JudgeHour>()
        .AddSingleton<Quarantine>()
        .AddSingleton<CountViews>()
        .AddSingleton(new RecountSizes())
        .AddSingleton<DeliveryLog>()
        .AddSingleton<RecountedViews>()
        .AddSingleton<RecountTelemetry>()
        .AddSingleton<RecountReports>()
        .AddSingleton<TelemetryArchive>()
        .AddSingleton<ITelemetryArchive>(provider => provider.GetRequiredService<TelemetryArchive>())
        .AddSingleton<CountTelemetry>()
        .AddSingleton<ReadAnalytics>()
        .AddSingleton<ReadViewers>()
        .AddSingleton<ReadCohorts>()
        .AddSingleton<FindPoorSessions>()
        .AddSingleton<AnalyticsAnswers>()
        .AddSingleton<ViewerAnswers>();
}
