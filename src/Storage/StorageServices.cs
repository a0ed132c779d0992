using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using StreamPlatform.Domain.Playback;
using StreamPlatform.Domain.Processing;
using StreamPlatform.Domain.Storage;

namespace StreamPlatform.Storage;

/// <summary>Registers the storage ports.</summary>
public static class StorageServices
{
    /// <summary>Blob store, upload URLs and transcode queue on the account that <see cref="StorageSettings"/> names.</summary>
    public static IServiceCollection AddPlatformStorage(this IServiceCollection services, IConfiguration configuration) =>
        services
            .AddSingleton(_ => PlatformStorage.Create(StorageSettings.Read(name => configuration[name])))
            .AddSingleton(provider => provider.GetRequiredService<PlatformStorage>().Blobs)
            .AddSingleton(provider => provider.GetRequiredService<PlatformStorage>().UploadUrls)
            .AddSingleton(provider => provider.GetRequiredService<PlatformStorage>().TranscodeQueue)
            .AddSingleton(provider => provider.GetRequiredService<PlatformStorage>().QueueFacts);

    /// <summary>Players fetch from the account of the media container, or the CDN before it, by signatures of storage.</summary>
    public static IServiceCollection AddStorageDelivery(this IServiceCollection services) =>
        services.AddSingleton<IPlaybackUrlSigner>(provider => new KeptSignatures(
            provider.GetRequiredService<PlatformStorage>().PlaybackUrls, provider.GetService<TimeProvider>() ?? TimeProvider.System));
}
