using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.History;
using StreamPlatform.Domain.Social;
using StreamPlatform.Functions.Catalog;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.History;

/// <summary><c>GET /me/history/{playbackId}</c>: how far the caller watched a video, and whether their history is paused.</summary>
public sealed class GetVideoHistory(Viewers viewers, WatchHistory history, PublicLinks links)
{
    [Function(nameof(GetVideoHistory))]
    [ApiAnswer(200, typeof(VideoHistoryBody))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "me/history/{playbackId}")] HttpRequest request,
        string playbackId,
        CancellationToken ct) =>
        viewers.HandleAsync(
            request,
            async caller => (await history.FindAsync(Person.Of(caller), playbackId, ct)).ToAnswer(found => JsonAnswer.Ok(VideoHistoryBody.From(found, links))),
            ct);
}
