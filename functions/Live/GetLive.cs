using Microsoft.AspNetCore.Http;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Live;

/// <summary><c>GET /playback/{livePlaybackId}/live</c>: what the watch page shows of a live stream, on air or not.</summary>
public sealed class GetLive(LiveRequests requests)
{
    [Function(nameof(GetLive))]
    [ApiConventions(ApiConvention.Open | ApiConvention.Token)]
    [ApiAnswer(200, typeof(LiveWatchBody))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "playback/{livePlaybackId}/live")] HttpRequest request,
        string livePlaybackId,
        CancellationToken ct) =>
        (await requests.FindAsync(request, livePlaybackId, ct)).ToAnswer(view => JsonAnswer.Ok(LiveWatchBody.From(view)));
}
