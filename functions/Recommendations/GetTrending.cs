using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain;
using StreamPlatform.Domain.Catalog.Metadata;
using StreamPlatform.Domain.Playback;
using StreamPlatform.Domain.Recommendations.Trending;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;
using StreamPlatform.Functions.Playback;

namespace StreamPlatform.Functions.Recommendations;

/// <summary><c>GET /trending</c>: what many watch now, in a region and category, for anybody. The lists are made anew each hour; who goes through the pages of one meets nothing twice.</summary>
public sealed class GetTrending(ReadTrending trending, RecommendedAnswers answers, PlaybackOptions options)
{
    [Function(nameof(GetTrending))]
    [ApiQuery("region", typeof(string), "`world`, or a country by ISO 3166-1 alpha-2; where the viewer is unless said otherwise. A country where too few watch gets the world's.")]
    [ApiQuery("category", typeof(VideoCategory), "Of this category alone.")]
    [ApiConventions(ApiConvention.Page | ApiConvention.Open)]
    [ApiAnswer(200, typeof(TrendingBody), Headers = "ETag")]
    [ApiAnswer(304, Headers = "ETag")]
    public async Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "trending")] HttpRequest request, CancellationToken ct)
    {
        var (page, choices) = (FeedQuery.PageOf(request), new QueryChoices(request, TrendingErrors.ChoiceInvalid));
        var (region, category) = (FeedQuery.RegionOf(choices), choices.Word<VideoCategory>("category"));
        return (page.Error ?? region.Error ?? category.Error) is { } wrong
            ? ProblemResults.Problem(wrong)
            : await FeedQuery.GuardAsync(async () => answers.TrendingOf(
                request, await trending.ExecuteAsync(region.Value, category.Value, ViewerPlaces.CountryOf(request, options), page.Value, ct)));
    }
}
