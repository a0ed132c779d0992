using Microsoft.Extensions.DependencyInjection;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Catalog.Channels;
using StreamPlatform.Domain.Catalog.Metadata;
using StreamPlatform.Domain.Catalog.Timers;
using StreamPlatform.Domain.Catalog.Viewing;
using StreamPlatform.Domain.Catalog.Views;
using StreamPlatform.Domain.Catalog.Tracks;
using StreamPlatform.Functions.Feeds;

namespace StreamPlatform.Functions.Catalog;

/// <summary>Assets, channels, tracks, and the pages and feeds that tell of them.</summary>
internal static class CatalogServices
{
    public static IServiceCollection AddCatalog(this IServiceCollection services) => services
        .AddSingleton<Assets>()
        .AddSingleton<GetAsset>()
        .AddSingleton<ListAssets>()
        .AddSingleton<EditAsset>()
        .AddSingleton<EditPlaybackIds>()
        .AddSingleton<Channels>()
        .AddSingleton<ChannelMoves>()
        .AddSingleton<ListVideo>()
        .AddSingleton<PublicVideos>()
        .AddSingleton<ViewCounts>()
        .AddSingleton<ReleaseAsset>()
        .AddSingleton<IEntitlements, NoEntitlements>()
        .AddSingleton<TrackFiles>()
        .AddSingleton<PutTextTrack>()
        .AddSingleton<DeleteTextTrack>()
        .AddSingleton<PutChapters>()
        .AddSingleton<PublicLinks>()
        .AddSingleton<SharedVideos>()
        .AddSingleton<VideoPages>()
        .AddSingleton<Sitemaps>()
        .AddSingleton<AssetAnswers>();
}
