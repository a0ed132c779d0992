using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Social;
using StreamPlatform.Domain.Social.Comments;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Social;

/// <summary><c>DELETE /playback/{playbackId}/comments/{commentId}</c>: takes a comment of the caller's back, with all that it said before; may be repeated.</summary>
public sealed class DeleteComment(SocialRequests requests, CommentWriter writer)
{
    [Function(nameof(DeleteComment))]
    [ApiAnswer(204)]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "playback/{playbackId}/comments/{commentId}")] HttpRequest request,
        string playbackId,
        string commentId,
        CancellationToken ct) =>
        requests.HandleAsync(
            request,
            playbackId,
            async (person, video) => (await writer.DeleteAsync(video, person, commentId, ct)).ToAnswer(_ => new JsonAnswer(StatusCodes.Status204NoContent)),
            ct);
}
