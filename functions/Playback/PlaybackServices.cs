using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using StreamPlatform.Domain.Playback;
using StreamPlatform.Domain.Playback.Downloads;
using StreamPlatform.Domain.Playback.Keys;

namespace StreamPlatform.Functions.Playback;

/// <summary>Manifests, tokens and downloads.</summary>
internal static class PlaybackServices
{
    public static IServiceCollection AddPlayback(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton(PlaybackOptions.From(configuration[PlaybackOptions.Setting], configuration[PlaybackOptions.CountryHeaderSetting]))
        .AddSingleton<RecentKeyRings>()
        .AddSingleton<OwnersKeys>()
        .AddSingleton<IPlaybackTokens, JwtPlaybackTokens>()
        .AddSingleton<PlaybackTokens>()
        .AddSingleton<PlaybackAccess>()
        .AddSingleton<Presentations>()
        .AddSingleton<ViewerReader>()
        .AddSingleton<PlaybackRequests>()
        .AddSingleton<GetDownload>()
        .AddSingleton<Episodes>()
        .AddSingleton<IPlaybackLinks, OwnerLinks>();
}
