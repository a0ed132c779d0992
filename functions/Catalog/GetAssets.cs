using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Search;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Catalog;

/// <summary><c>GET /assets</c>: the caller's assets, newest first; with <c>?q=…</c> those with these words in their titles, best first; with <c>?trashed=true</c> those in the trash instead.</summary>
public sealed class GetAssets(Creators creators, ListAssets list, SearchAssets search, AssetAnswers answers)
{
    [Function(nameof(GetAssets))]
    [ApiQuery("q", typeof(string), "Words that titles have to have; the last may be unfinished.")]
    [ApiQuery("trashed", typeof(bool), "Those in the trash, where words are not looked for.")]
    [ApiConventions(ApiConvention.Page | ApiConvention.Fields)]
    [ApiAnswer(200, typeof(PageBody<AssetBody>))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "assets")] HttpRequest request, CancellationToken ct) =>
        creators.ListAsync<AssetBody>(
            request,
            async (caller, page, fields) =>
            {
                var text = request.Query["q"].ToString();
                var trashed = QueryFlag.Parse(request, "trashed");
                if (text.Length > VideoQuery.MaxText || !trashed.Succeeded)
                {
                    return ProblemResults.Problem(trashed.Error ?? RequestErrors.QueryTooLong());
                }

                var found = text.Length > 0 && !trashed.Value
                    ? await search.ExecuteAsync(new VideoQuery(caller.OwnerId, text, page), ct)
                    : await list.ExecuteAsync(caller.OwnerId, trashed.Value, page, ct);
                var bodies = await Task.WhenAll(found.Items.Select(asset => answers.BodyOfAsync(asset, fields, ct)));
                return fields.Answer(new PageBody<AssetBody>(bodies, found.Cursor));
            },
            ct);
}
