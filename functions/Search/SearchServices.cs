using Microsoft.Extensions.DependencyInjection;
using StreamPlatform.Domain.Search;
using StreamPlatform.Domain.Search.Discovery;

namespace StreamPlatform.Functions.Search;

/// <summary>Both indexes.</summary>
internal static class SearchServices
{
    public static IServiceCollection AddSearch(this IServiceCollection services) => services
        .AddSingleton<IndexVideo>()
        .AddSingleton<SearchAssets>()
        .AddSingleton<SearchVideos>()
        .AddSingleton<SuggestTitles>()
        .AddSingleton<RelatedVideos>()
        .AddSingleton<DescribeVideo>()
        .AddSingleton<FillSearch>()
        .AddSingleton<VideoCards>();
}
