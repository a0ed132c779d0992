using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Live;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Live;

/// <summary><c>GET /live-streams</c>: the caller's live streams, newest first.</summary>
public sealed class GetLiveStreams(Creators creators, LiveStreams streams, LiveRequests requests)
{
    [Function(nameof(GetLiveStreams))]
    [ApiConventions(ApiConvention.Page)]
    [ApiAnswer(200, typeof(PageBody<LiveStreamBody>))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "live-streams")] HttpRequest request,
        CancellationToken ct) =>
        creators.ListAsync(
            request,
            async (caller, page) =>
            {
                var found = await streams.ListAsync(caller.OwnerId, page, ct);
                return JsonAnswer.Ok(new PageBody<LiveStreamBody>([.. found.Items.Select(own => requests.BodyOf(own))], found.Cursor));
            },
            ct);
}
