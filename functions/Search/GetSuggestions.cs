using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Search.Discovery;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Search;

/// <summary><c>GET /search/suggestions</c>: titles of public videos for somebody who still types.</summary>
public sealed class GetSuggestions(SuggestTitles suggest)
{
    [Function(nameof(GetSuggestions))]
    [ApiQuery("q", typeof(string), "What was typed so far; the last word may be unfinished.")]
    [ApiConventions(ApiConvention.Open)]
    [ApiAnswer(200, typeof(SuggestionsBody))]
    public async Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "search/suggestions")] HttpRequest request, CancellationToken ct)
    {
        var typed = SearchRequest.TextOf(request);
        return typed.Succeeded
            ? JsonAnswer.Ok(new SuggestionsBody(await suggest.ExecuteAsync(typed.Value, ct))).WithHeader("Cache-Control", SearchCaching.Shared)
            : ProblemResults.Problem(typed.Error!);
    }
}
