using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using StreamPlatform.Domain.Live;

namespace StreamPlatform.Functions.Live;

/// <summary>Live streams and who watches them.</summary>
internal static class LiveServices
{
    public static IServiceCollection AddLive(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton(LiveOptions.From(configuration[LiveOptions.IngestSetting]))
        .AddSingleton<LiveStreams>()
        .AddSingleton<LivePlayback>()
        .AddSingleton<LiveRequests>();
}
