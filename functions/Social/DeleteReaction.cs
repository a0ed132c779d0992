using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Social;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Social;

/// <summary><c>DELETE /playback/{playbackId}/reaction</c>: takes back what the caller thought of a video; may be repeated.</summary>
public sealed class DeleteReaction(SocialRequests requests, Reactions reactions)
{
    [Function(nameof(DeleteReaction))]
    [ApiAnswer(200, typeof(ReactionBody))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "playback/{playbackId}/reaction")] HttpRequest request,
        string playbackId,
        CancellationToken ct) =>
        requests.HandleAsync(
            request,
            playbackId,
            async (person, video) => (await reactions.SetAsync(video.Asset.Id, person, null, ct)).ToAnswer(set => JsonAnswer.Ok(ReactionBody.From(set, video))),
            ct);
}
