using Microsoft.Extensions.DependencyInjection;
using StreamPlatform.Domain.Playback;
using StreamPlatform.Domain.Processing;

namespace StreamPlatform.Media.Packaging;

/// <summary>Wires packaging: the packager and the manifest writer.</summary>
public static class PackagingServices
{
    public static IServiceCollection AddPackaging(this IServiceCollection services) => services
        .AddSingleton<IPackager, Packager>()
        .AddSingleton<IManifestWriter, ManifestWriter>();
}
