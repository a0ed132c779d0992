using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Social;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Social;

/// <summary><c>GET /account/likes</c>: the videos that the caller likes, the latest first. A page may have fewer than were asked for.</summary>
public sealed class GetLikes(Viewers people, LikedVideos liked)
{
    [Function(nameof(GetLikes))]
    [ApiConventions(ApiConvention.Page)]
    [ApiAnswer(200, typeof(PageBody<LikedVideoBody>))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "account/likes")] HttpRequest request,
        CancellationToken ct) =>
        people.ListAsync(request, async (caller, page) => JsonAnswer.Ok(LikedVideoBody.PageOf(await liked.ListOwnAsync(Person.Of(caller), page, ct))), ct);
}
