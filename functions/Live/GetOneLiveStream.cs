using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Live;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Live;

/// <summary><c>GET /live-streams/{liveStreamId}</c>: one live stream, with its ETag.</summary>
public sealed class GetOneLiveStream(Creators creators, LiveStreams streams, LiveRequests requests)
{
    [Function(nameof(GetOneLiveStream))]
    [ApiAnswer(200, typeof(LiveStreamBody), Headers = "ETag")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "live-streams/{liveStreamId}")] HttpRequest request,
        string liveStreamId,
        CancellationToken ct) =>
        creators.HandleAsync(
            request,
            async caller => (await streams.GetAsync(caller.OwnerId, liveStreamId, ct)).ToAnswer(own => JsonAnswer.Ok(requests.BodyOf(own)).WithETag(own.ETag)),
            ct);
}
