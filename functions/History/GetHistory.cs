using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.History;
using StreamPlatform.Domain.Social;
using StreamPlatform.Functions.Catalog;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.History;

/// <summary><c>GET /me/history</c>: the videos that the caller watched, the latest first. What they may not see any more is left out, so that a page may have fewer than were asked for.</summary>
public sealed class GetHistory(Viewers viewers, WatchHistory history, PublicLinks links)
{
    [Function(nameof(GetHistory))]
    [ApiQuery("unfinished", typeof(bool), "Only those that can be gone on with.")]
    [ApiConventions(ApiConvention.Page)]
    [ApiAnswer(200, typeof(PageBody<WatchedVideoBody>))]
    public Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "me/history")] HttpRequest request, CancellationToken ct) =>
        viewers.ListAsync(
            request,
            async (caller, page) =>
            {
                var unfinished = QueryFlag.Parse(request, "unfinished");
                if (!unfinished.Succeeded)
                    return ProblemResults.Problem(unfinished.Error!);
                var found = await history.ListAsync(Person.Of(caller), page, unfinished.Value, ct);
                return JsonAnswer.Ok(new PageBody<WatchedVideoBody>([.. found.Items.Select(progress => WatchedVideoBody.From(progress, links))], found.Cursor));
            },
            ct);
}
