using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Live;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Live;

/// <summary>
/// <c>POST /live-streams</c>: a place to send live video to. Its stream key is in this answer and nowhere else, for which reason no
/// answer is kept for repeated requests.
/// </summary>
public sealed class PostLiveStream(Creators creators, LiveStreams streams, LiveRequests requests)
{
    [Function(nameof(PostLiveStream))]
    [ApiBody(typeof(NewLiveStream))]
    [ApiAnswer(201, typeof(LiveStreamBody), Headers = "Location,ETag")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "live-streams")] HttpRequest request,
        CancellationToken ct) =>
        creators.HandleAsync<NewLiveStream>(
            request,
            async (caller, body) => (await streams.CreateAsync(caller.OwnerId, body, ct)).ToAnswer(made =>
                new JsonAnswer(StatusCodes.Status201Created, requests.BodyOf(made.Stream, made.Key)).WithETag(made.Stream.ETag).WithHeader("Location", $"/api/live-streams/{made.Stream.Stream.Id}")),
            ct);
}
