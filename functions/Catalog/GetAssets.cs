using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Search;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Catalog;

/// <summary><c>GET /assets</c>: the caller's assets, newest first; with <c>?q=…</c> those with these words in their titles, best first.</summary>
public sealed class GetAssets(Creators creators, ListAssets list, SearchAssets search, AssetAnswers answers)
{
    [Function(nameof(GetAssets))]
    [ApiQuery("q", typeof(string), "Words that titles have to have; the last may be unfinished.")]
    [ApiConventions(ApiConvention.Page)]
    [ApiAnswer(200, typeof(PageBody<AssetBody>))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "assets")] HttpRequest request, CancellationToken ct) =>
        creators.ListAsync(
            request,
            async (caller, page) =>
            {
                var text = request.Query["q"].ToString();
                if (text.Length > VideoQuery.MaxText)
                {
                    return ProblemResults.Problem(RequestErrors.QueryTooLong());
                }

                var found = text.Length > 0
                    ? await search.ExecuteAsync(new VideoQuery(caller.OwnerId, text, page), ct)
                    : await list.ExecuteAsync(caller.OwnerId, page, ct);
                var bodies = await Task.WhenAll(found.Items.Select(asset => answers.BodyOfAsync(asset, ct)));
                return JsonAnswer.Ok(new PageBody<AssetBody>(bodies, found.Cursor));
            },
            ct);
}
