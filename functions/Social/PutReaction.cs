using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Social;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Social;

/// <summary><c>PUT /playback/{playbackId}/reaction</c>: likes or dislikes a video, whatever the caller thought of it before; may be repeated.</summary>
public sealed class PutReaction(SocialRequests requests, Reactions reactions)
{
    [Function(nameof(PutReaction))]
    [ApiBody(typeof(PutReactionBody))]
    [ApiAnswer(200, typeof(ReactionBody))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "playback/{playbackId}/reaction")] HttpRequest request,
        string playbackId,
        CancellationToken ct) =>
        requests.HandleAsync<PutReactionBody>(
            request,
            playbackId,
            async (person, video, body) => (await reactions.SetAsync(video.Asset.Id, person, body.Kind, ct)).ToAnswer(set => JsonAnswer.Ok(ReactionBody.From(set, video))),
            ct);
}
