using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Social;
using StreamPlatform.Domain.Social.Comments;
using StreamPlatform.Functions.Catalog;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Social;

/// <summary><c>GET /playback/{playbackId}/comments/{commentId}/replies</c>: the replies to a comment, the oldest first.</summary>
public sealed class GetReplies(SocialRequests requests, CommentReader comments, PublicLinks links)
{
    [Function(nameof(GetReplies))]
    [ApiConventions(ApiConvention.Open | ApiConvention.Page)]
    [ApiAnswer(200, typeof(PageBody<CommentBody>))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "playback/{playbackId}/comments/{commentId}/replies")] HttpRequest request,
        string playbackId,
        string commentId,
        CancellationToken ct) =>
        requests.ListAsync(
            request,
            playbackId,
            async (person, video, page) => (await comments.RepliesAsync(video, person, commentId, page, ct))
                .ToAnswer(found => JsonAnswer.Ok(CommentBody.PageOf(found, video, person, links))),
            ct);
}
