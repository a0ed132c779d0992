using Microsoft.AspNetCore.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Feeds;

/// <summary><c>GET /pages/watch/{playbackId}</c>: at <c>/watch/{playbackId}</c> of the site, the page of a video, with a head that tells of it to those who run no scripts.</summary>
public sealed class GetWatchPage(VideoPages pages)
{
    [Function(nameof(GetWatchPage))]
    [ApiConventions(ApiConvention.Open)]
    [ApiAnswer(200, ContentType = "text/html")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "pages/watch/{playbackId}")] HttpRequest request,
        string playbackId,
        CancellationToken ct) =>
        pages.AnswerAsync(playbackId, embedded: false, ct);
}
