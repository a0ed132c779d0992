using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Social;
using StreamPlatform.Domain.Social.Comments;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Social;

/// <summary><c>POST /playback/{playbackId}/comments</c>: says something of a video, or replies to what was said. It may be held until the video's owner has seen it.</summary>
public sealed class PostComment(SocialRequests requests, CommentWriter writer, CommentAnswers answers)
{
    [Function(nameof(PostComment))]
    [ApiBody(typeof(NewComment))]
    [ApiConventions(ApiConvention.Once)]
    [ApiAnswer(201, typeof(CommentBody), Headers = "Location,ETag")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "playback/{playbackId}/comments")] HttpRequest request,
        string playbackId,
        CancellationToken ct) =>
        requests.HandleOnceAsync<NewComment>(
            request,
            playbackId,
            async (person, video, body, id) => await answers.OfAsync(
                await writer.PostAsync(video, person, body, id, ct), video, person, ct, comment => $"/api/playback/{playbackId}/comments/{comment.Id}"),
            ct);
}
