using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain;
using StreamPlatform.Domain.Catalog.Metadata;
using StreamPlatform.Domain.Search.Discovery;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Search;

/// <summary><c>GET /search</c>: public videos by words, choices, or both. Mistyped words are forgiven.</summary>
public sealed class GetSearch(SearchVideos search, VideoCards cards)
{
    [Function(nameof(GetSearch))]
    [ApiQuery("q", typeof(string), "Words to find in titles, tags, channels' names and descriptions, at most 200 characters; without any, all public videos.")]
    [ApiQuery("category", typeof(VideoCategory), "What they are about.")]
    [ApiQuery("language", typeof(string), "Spoken language (BCP 47).")]
    [ApiQuery("channel", typeof(string), "Id of a channel.")]
    [ApiQuery("tag", typeof(string), "A whole tag; case and accents don't count.")]
    [ApiQuery("captions", typeof(string), "A language that captions or subtitles are in (BCP 47), or any.")]
    [ApiQuery("duration", typeof(DurationBand), "Short is under 4 minutes, long from 20.")]
    [ApiQuery("publishedSince", typeof(DateTimeOffset), "Published then or later.")]
    [ApiQuery("resolution", typeof(int), "At least so many lines: 240, 360, 480, 720, 1080, 1440 or 2160.")]
    [ApiQuery("live", typeof(bool), "Being broadcast now, or not.")]
    [ApiQuery("sort", typeof(SearchSort), "What comes first; relevance unless said otherwise.")]
    [ApiQuery("facets", typeof(bool), "Count what was found by category, language, duration, resolution and captions.")]
    [ApiConventions(ApiConvention.Page | ApiConvention.Open)]
    [ApiAnswer(200, typeof(SearchBody))]
    public async Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "search")] HttpRequest request, CancellationToken ct)
    {
        try
        {
            var query = SearchRequest.Parse(request);
            return query.Succeeded ? AnswerOf(await search.ExecuteAsync(query.Value, ct)) : ProblemResults.Problem(query.Error!);
        }
        catch (InvalidCursorException)
        {
            return ProblemResults.Problem(RequestErrors.CursorInvalid());
        }
    }

    private JsonAnswer AnswerOf(FoundVideos found) => JsonAnswer
        .Ok(new SearchBody(cards.MarkedOf(found.Items), found.Cursor, found.Total, found.Facets, found.Meant))
        .WithHeader("Cache-Control", SearchCaching.Shared);
}
