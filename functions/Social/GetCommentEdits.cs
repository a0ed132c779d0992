using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Social;
using StreamPlatform.Domain.Social.Comments;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Social;

/// <summary><c>GET /playback/{playbackId}/comments/{commentId}/edits</c>: what a comment said before, the latest first: for its author, and for the owner and moderators.</summary>
public sealed class GetCommentEdits(SocialRequests requests, CommentReader comments)
{
    [Function(nameof(GetCommentEdits))]
    [ApiAnswer(200, typeof(PageBody<CommentEditBody>))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "playback/{playbackId}/comments/{commentId}/edits")] HttpRequest request,
        string playbackId,
        string commentId,
        CancellationToken ct) =>
        requests.HandleAsync(
            request,
            playbackId,
            async (person, video) => (await comments.EditsAsync(video, person, commentId, ct))
                .ToAnswer(edits => JsonAnswer.Ok(new PageBody<CommentEditBody>([.. edits.Select(edit => new CommentEditBody(edit.Text!, edit.At))], null))),
            ct);
}
