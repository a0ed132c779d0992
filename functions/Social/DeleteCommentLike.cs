using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Social;
using StreamPlatform.Domain.Social.Comments;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Social;

/// <summary><c>DELETE /playback/{playbackId}/comments/{commentId}/like</c>: likes a comment no more; may be repeated.</summary>
public sealed class DeleteCommentLike(SocialRequests requests, CommentLikes likes)
{
    [Function(nameof(DeleteCommentLike))]
    [ApiAnswer(200, typeof(CommentLikesBody))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "playback/{playbackId}/comments/{commentId}/like")] HttpRequest request,
        string playbackId,
        string commentId,
        CancellationToken ct) =>
        requests.HandleAsync(
            request,
            playbackId,
            async (person, video) => (await likes.SetAsync(video, person, commentId, liked: false, ct)).ToAnswer(standing => JsonAnswer.Ok(new CommentLikesBody(false, standing.Likes))),
            ct);
}
