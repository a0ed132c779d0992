using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Social;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Social;

/// <summary><c>GET /playback/{playbackId}/reaction</c>: what the caller thinks of a video, and how many think what.</summary>
public sealed class GetReaction(SocialRequests requests, Reactions reactions)
{
    [Function(nameof(GetReaction))]
    [ApiAnswer(200, typeof(ReactionBody))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "playback/{playbackId}/reaction")] HttpRequest request,
        string playbackId,
        CancellationToken ct) =>
        requests.HandleAsync(
            request, playbackId, async (person, video) => JsonAnswer.Ok(ReactionBody.From(await reactions.GetAsync(video.Asset.Id, person, ct), video)), ct);
}
