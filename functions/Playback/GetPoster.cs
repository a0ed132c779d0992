using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Playback;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Playback;

/// <summary><c>GET /playback/{playbackId}/poster</c>: leads to a video's picture, whose own address expires; this one doesn't.</summary>
public sealed class GetPoster(PlaybackRequests requests, IPlaybackUrlSigner signer)
{
    [Function(nameof(GetPoster))]
    [ApiConventions(ApiConvention.Open | ApiConvention.Token)]
    [ApiAnswer(302, Headers = "Location")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "playback/{playbackId}/poster")] HttpRequest request,
        string playbackId,
        CancellationToken ct)
    {
        var grant = await requests.GrantAsync(request, playbackId, ct);
        return !grant.Succeeded ? ProblemResults.Problem(grant.Error!)
            : grant.Value.Asset.Pictures?.Poster is not { } poster ? ProblemResults.Problem(PlaybackErrors.TrackNotFound())
            : new JsonAnswer(StatusCodes.Status302Found).WithHeader("Location", (await SignedMedia.SignAsync(signer, [poster], ct)).UrlOf(poster));
    }
}
