using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Social;
using StreamPlatform.Domain.Social.Comments;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Social;

/// <summary><c>PUT /playback/{playbackId}/comments/{commentId}/like</c>: likes a comment; may be repeated.</summary>
public sealed class PutCommentLike(SocialRequests requests, CommentLikes likes)
{
    [Function(nameof(PutCommentLike))]
    [ApiAnswer(200, typeof(CommentLikesBody))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "playback/{playbackId}/comments/{commentId}/like")] HttpRequest request,
        string playbackId,
        string commentId,
        CancellationToken ct) =>
        requests.HandleAsync(
            request,
            playbackId,
            async (person, video) => (await likes.SetAsync(video, person, commentId, liked: true, ct)).ToAnswer(standing => JsonAnswer.Ok(new CommentLikesBody(true, standing.Likes))),
            ct);
}
