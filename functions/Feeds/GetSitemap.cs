using Microsoft.AspNetCore.Http;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Feeds;

/// <summary><c>GET /pages/sitemaps/{day}.xml</c>: the videos that became public on a day and are so still, also at the root of the site.</summary>
public sealed class GetSitemap(Sitemaps sitemaps)
{
    [Function(nameof(GetSitemap))]
    [ApiConventions(ApiConvention.Open)]
    [ApiAnswer(200, ContentType = "application/xml")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "pages/sitemaps/{day}.xml")] HttpRequest request, string day, CancellationToken ct) =>
        new JsonAnswer(StatusCodes.Status200OK, await sitemaps.OfDayAsync(day, ct), "application/xml; charset=utf-8").WithHeader("Cache-Control", "public, max-age=3600");
}
