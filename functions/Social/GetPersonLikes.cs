using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Social;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Social;

/// <summary><c>GET /people/{personId}/likes</c>: the videos that somebody likes who lets others see it, the latest first; of them what the caller may see.</summary>
public sealed class GetPersonLikes(SocialRequests requests, LikedVideos liked)
{
    [Function(nameof(GetPersonLikes))]
    [ApiConventions(ApiConvention.Open | ApiConvention.Page)]
    [ApiAnswer(200, typeof(PageBody<LikedVideoBody>))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "people/{personId}/likes")] HttpRequest request,
        string personId,
        CancellationToken ct) =>
        requests.ListAsync(request, async (reader, page) => (await liked.ListAsync(personId, reader, page, ct)).ToAnswer(found => JsonAnswer.Ok(LikedVideoBody.PageOf(found))), ct);
}
