using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Live;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Live;

/// <summary>
/// <c>POST /live-streams/{liveStreamId}/key</c>: a new stream key, told in this answer alone. The one before opens nothing, and an
/// encoder that came in by it is disconnected within seconds.
/// </summary>
public sealed class PostLiveStreamKey(Creators creators, LiveStreams streams, LiveRequests requests)
{
    [Function(nameof(PostLiveStreamKey))]
    [ApiAnswer(201, typeof(LiveStreamBody), Headers = "ETag")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "live-streams/{liveStreamId}/key")] HttpRequest request,
        string liveStreamId,
        CancellationToken ct) =>
        creators.HandleAsync(
            request,
            async caller => (await streams.RotateKeyAsync(caller.OwnerId, liveStreamId, ct))
                .ToAnswer(made => new JsonAnswer(StatusCodes.Status201Created, requests.BodyOf(made.Stream, made.Key)).WithETag(made.Stream.ETag)),
            ct);
}
