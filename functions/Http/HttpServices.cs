using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using StreamPlatform.Domain.Operations.Limits;
using StreamPlatform.Functions.Http.Limits;
using StreamPlatform.Functions.Http.Streams;

namespace StreamPlatform.Functions.Http;

/// <summary>What every request goes through, and whom endpoints are for.</summary>
internal static class HttpServices
{
    public static IServiceCollection AddHttp(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton((configuration.GetSection(RateLimitOptions.Section).Get<RateLimitOptions>() ?? new RateLimitOptions()).Validated())
        .AddSingleton<RateLimits>()
        .AddSingleton<RequestLimits>()
        .AddHostedService<RateLimitKeeper>()
        .AddSingleton(HttpFunctionTraits.Of(typeof(PlatformServices).Assembly.GetTypes()))
        .AddSingleton((configuration.GetSection(StreamOptions.Section).Get<StreamOptions>() ?? new StreamOptions()).Validated())
        .AddSingleton<OpenStreams>()
        .AddSingleton<CallerAuthentication>()
        .AddSingleton<IdempotentRequests>()
        .AddSingleton<Viewers>()
        .AddSingleton<Creators>()
        .AddSingleton<Moderators>()
        .AddSingleton<Operators>();
}
