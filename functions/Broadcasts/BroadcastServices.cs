using Microsoft.Extensions.DependencyInjection;
using StreamPlatform.Domain.Broadcasts;

namespace StreamPlatform.Functions.Broadcasts;

/// <summary>What owners hear at once.</summary>
internal static class BroadcastServices
{
    public static IServiceCollection AddBroadcasts(this IServiceCollection services) => services
        .AddSingleton<OwnerBroadcasts>();
}
