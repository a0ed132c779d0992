using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Live;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Live;

/// <summary><c>PATCH /live-streams/{liveStreamId}</c>: changes what is given. An encoder that sends to a stream that is disabled is disconnected within seconds.</summary>
public sealed class PatchLiveStream(Creators creators, LiveStreams streams, LiveRequests requests)
{
    [Function(nameof(PatchLiveStream))]
    [ApiBody(typeof(LiveStreamChange))]
    [ApiConventions(ApiConvention.IfMatch)]
    [ApiAnswer(200, typeof(LiveStreamBody), Headers = "ETag")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "patch", Route = "live-streams/{liveStreamId}")] HttpRequest request,
        string liveStreamId,
        CancellationToken ct) =>
        creators.HandleAsync<LiveStreamChange>(
            request,
            async (caller, body) => (await streams.ChangeAsync(caller.OwnerId, liveStreamId, body, EntityTags.IfMatch(request), ct))
                .ToAnswer(own => JsonAnswer.Ok(requests.BodyOf(own)).WithETag(own.ETag)),
            ct);
}
