using Microsoft.Extensions.DependencyInjection;
using StreamPlatform.Domain.Catalog.Tracks;
using StreamPlatform.Domain.Playback;
using StreamPlatform.Domain.Processing;
using StreamPlatform.Media.Text;

namespace StreamPlatform.Media.Packaging;

/// <summary>Wires packaging: the packager, the manifest writer and the reader of uploaded tracks.</summary>
public static class PackagingServices
{
    public static IServiceCollection AddPackaging(this IServiceCollection services) => services
        .AddSingleton<IPackager, Packager>()
        .AddSingleton<ITextTrackReader, TextTrackReader>()
        .AddSingleton<IManifestWriter, ManifestWriter>();
}
