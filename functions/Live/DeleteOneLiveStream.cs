using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Live;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Live;

/// <summary><c>DELETE /live-streams/{liveStreamId}</c>: its key opens nothing and nothing plays at its address; may be repeated.</summary>
public sealed class DeleteOneLiveStream(Creators creators, LiveStreams streams)
{
    [Function(nameof(DeleteOneLiveStream))]
    [ApiAnswer(204)]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "live-streams/{liveStreamId}")] HttpRequest request,
        string liveStreamId,
        CancellationToken ct) =>
        creators.HandleAsync(
            request,
            async caller =>
            {
                await streams.DeleteAsync(caller.OwnerId, liveStreamId, ct);
                return new JsonAnswer(StatusCodes.Status204NoContent);
            },
            ct);
}
