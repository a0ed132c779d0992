using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Social;
using StreamPlatform.Domain.Social.Comments;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Social;

/// <summary><c>PUT /playback/{playbackId}/commenting</c>: the video's owner, or a moderator, turns comments on or off, or has each held until it was seen.</summary>
public sealed class PutCommenting(SocialRequests requests, CommentCare care)
{
    [Function(nameof(PutCommenting))]
    [ApiBody(typeof(CommentingBody))]
    [ApiAnswer(200, typeof(CommentingBody))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "playback/{playbackId}/commenting")] HttpRequest request,
        string playbackId,
        CancellationToken ct) =>
        requests.HandleAsync<CommentingBody>(
            request,
            playbackId,
            async (person, video, body) => (await care.SetModeAsync(video, person, body.Mode, ct)).ToAnswer(section => JsonAnswer.Ok(new CommentingBody(section.Mode))),
            ct);
}
