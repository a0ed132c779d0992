using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Social;
using StreamPlatform.Domain.Social.Comments;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Social;

/// <summary><c>PATCH /playback/{playbackId}/comments/{commentId}</c>: another text; what it said before is kept for its author, the owner and moderators.</summary>
public sealed class PatchComment(SocialRequests requests, CommentWriter writer, CommentAnswers answers)
{
    [Function(nameof(PatchComment))]
    [ApiBody(typeof(CommentTextBody))]
    [ApiConventions(ApiConvention.IfMatch)]
    [ApiAnswer(200, typeof(CommentBody), Headers = "ETag")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "patch", Route = "playback/{playbackId}/comments/{commentId}")] HttpRequest request,
        string playbackId,
        string commentId,
        CancellationToken ct) =>
        requests.HandleAsync<CommentTextBody>(
            request,
            playbackId,
            async (person, video, body) => await answers.OfAsync(
                await writer.EditAsync(video, person, commentId, body.Text, EntityTags.IfMatch(request), ct), video, person, ct),
            ct);
}
