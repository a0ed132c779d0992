using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Social;
using StreamPlatform.Domain.Social.Comments;
using StreamPlatform.Functions.Catalog;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Social;

/// <summary><c>GET /playback/{playbackId}/review</c>: comments that wait for the owner's or a moderator's decision, the latest first.</summary>
public sealed class GetCommentReview(SocialRequests requests, CommentReader comments, PublicLinks links)
{
    [Function(nameof(GetCommentReview))]
    [ApiQuery("decided", typeof(bool), "Those that were decided against instead.")]
    [ApiConventions(ApiConvention.Page)]
    [ApiAnswer(200, typeof(PageBody<CommentBody>))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "playback/{playbackId}/review")] HttpRequest request,
        string playbackId,
        CancellationToken ct) =>
        requests.ListOwnAsync(
            request,
            playbackId,
            async (person, video, page) => (await comments.ReviewAsync(video, person, request.Query["decided"] == "true", page, ct))
                .ToAnswer(found => JsonAnswer.Ok(CommentBody.PageOf(found, video, person, links))),
            ct);
}
