using Microsoft.Extensions.DependencyInjection;
using StreamPlatform.Domain.Recommendations;
using StreamPlatform.Domain.Recommendations.Home;
using StreamPlatform.Domain.Recommendations.Trending;

namespace StreamPlatform.Functions.Recommendations;

/// <summary>What trends, and what the first page shows.</summary>
internal static class RecommendationServices
{
    public static IServiceCollection AddRecommendations(this IServiceCollection services) => services
        .AddSingleton<WeighVideo>()
        .AddSingleton<WeighVideos>()
        .AddSingleton<PublishTrending>()
        .AddSingleton<TrendingLists>()
        .AddSingleton<ReadTrending>()
        .AddSingleton<FreshVideos>()
        .AddSingleton<PersonalPicks>()
        .AddSingleton<ReadHome>()
        .AddSingleton<ChannelNames>()
        .AddSingleton<ShowPicks>()
        .AddSingleton<RecommendedAnswers>();
}
