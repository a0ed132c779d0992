using Microsoft.AspNetCore.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Feeds;

/// <summary><c>GET /pages/embed/{playbackId}</c>: at <c>/embed/{playbackId}</c> of the site, the page that other sites frame: the player alone.</summary>
public sealed class GetEmbedPage(VideoPages pages)
{
    [Function(nameof(GetEmbedPage))]
    [ApiConventions(ApiConvention.Open)]
    [ApiAnswer(200, ContentType = "text/html")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "pages/embed/{playbackId}")] HttpRequest request,
        string playbackId,
        CancellationToken ct) =>
        pages.AnswerAsync(playbackId, embedded: true, ct);
}
