using Microsoft.Extensions.DependencyInjection;
using StreamPlatform.Domain.History;

namespace StreamPlatform.Functions.History;

/// <summary>What people watched.</summary>
internal static class HistoryServices
{
    public static IServiceCollection AddHistory(this IServiceCollection services) => services
        .AddSingleton<HistoryRoom>()
        .AddSingleton<WatchHistory>()
        .AddSingleton<ClearHistory>();
}
