using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Social;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Social;

/// <summary><c>POST /playback/{playbackId}/shares</c>: the caller shared a video: each person counts once a day.</summary>
public sealed class PostShare(SocialRequests requests, Shares shares)
{
    [Function(nameof(PostShare))]
    [ApiAnswer(200, typeof(SharesBody))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "playback/{playbackId}/shares")] HttpRequest request,
        string playbackId,
        CancellationToken ct) =>
        requests.HandleAsync(
            request, playbackId, async (person, video) => (await shares.ShareAsync(video.Asset.Id, person, ct)).ToAnswer(count => JsonAnswer.Ok(new SharesBody(count))), ct);
}
