using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using StreamPlatform.Domain.Accounts.Profiles;
using StreamPlatform.Domain.Processing.Probing;
using StreamPlatform.Domain.Processing;
using StreamPlatform.Domain.Processing.Extensions;
using StreamPlatform.Domain.Processing.Watermarks;
using StreamPlatform.Media.Avatars;
using StreamPlatform.Media.Planning;
using StreamPlatform.Media.Probing;
using StreamPlatform.Media.Tools;
using StreamPlatform.Media.Watermarking;

namespace StreamPlatform.Media;

/// <summary>Wires probing and planning; packaging is wired by <c>AddPackaging</c>.</summary>
public static class MediaServices
{
    /// <summary>Needs IBlobStore and logging. <paramref name="setting"/> takes names with <c>:</c> between their parts.</summary>
    /// <exception cref="InvalidOperationException">A setting is out of range; the message names it.</exception>
    public static IServiceCollection AddMedia(this IServiceCollection services, Func<string, string?> setting)
    {
        var media = MediaOptions.Read(setting);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(media);
        services.AddSingleton(ProbeSettings.Read(setting));
        services.AddSingleton(PlanOptions.Read(setting));
        services.AddSingleton(_ => Scratch.Open(media.ScratchFolder));
        services.AddSingleton<IWatermarkReader, PngReader>();
        services.AddSingleton<IAvatarMaker, AvatarMaker>();
        services.AddSingleton<IMediaProber>(provider => ActivatorUtilities.CreateInstance<FfprobeMediaProber>(provider, provider.GetRequiredService<ILogger<FfprobeMediaProber>>()));
        services.AddSingleton<ITranscodePlanner, TranscodePlanner>();
        services.AddSingleton<IExtensionPlanner, ExtensionPlanner>();
        return services;
    }
}
