using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Social;
using StreamPlatform.Domain.Social.Comments;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Social;

/// <summary><c>PATCH /playback/{playbackId}/comments/{commentId}/decision</c>: the video's owner, or a moderator, lets a comment be seen or not, pins it, or gives it a heart.</summary>
public sealed class PatchCommentDecision(SocialRequests requests, CommentCare care, CommentAnswers answers)
{
    [Function(nameof(PatchCommentDecision))]
    [ApiBody(typeof(CommentDecision))]
    [ApiAnswer(200, typeof(CommentBody), Headers = "ETag")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "patch", Route = "playback/{playbackId}/comments/{commentId}/decision")] HttpRequest request,
        string playbackId,
        string commentId,
        CancellationToken ct) =>
        requests.HandleAsync<CommentDecision>(
            request,
            playbackId,
            async (person, video, body) => await answers.OfAsync(
                await care.DecideAsync(video, person, commentId, body, ct), video, person, ct, hearted: body.Hearted == true),
            ct);
}
