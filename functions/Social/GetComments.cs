using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Social;
using StreamPlatform.Domain.Social.Comments;
using StreamPlatform.Functions.Catalog;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Social;

/// <summary><c>GET /playback/{playbackId}/comments</c>: what is said of a video, thread by thread: the best or the newest first, and before them the pinned one. Anyone who may see the video may read it.</summary>
public sealed class GetComments(SocialRequests requests, CommentReader comments, PublicLinks links)
{
    [Function(nameof(GetComments))]
    [ApiQuery("order", typeof(CommentOrder), "Which threads come first: top unless it says newest.")]
    [ApiConventions(ApiConvention.Open | ApiConvention.Page)]
    [ApiAnswer(200, typeof(CommentsBody))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "playback/{playbackId}/comments")] HttpRequest request,
        string playbackId,
        CancellationToken ct) =>
        requests.ListAsync(
            request,
            playbackId,
            async (person, video, page) => JsonAnswer.Ok(CommentsBody.From(
                await comments.ListAsync(video, person, request.Query["order"] == "newest" ? CommentOrder.Newest : CommentOrder.Top, page, ct), video, person, links)),
            ct);
}
