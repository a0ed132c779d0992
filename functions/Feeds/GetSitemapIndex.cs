using Microsoft.AspNetCore.Http;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Feeds;

/// <summary><c>GET /pages/sitemap.xml</c>: the sitemaps there are, also at the root of the site.</summary>
public sealed class GetSitemapIndex(Sitemaps sitemaps)
{
    [Function(nameof(GetSitemapIndex))]
    [ApiConventions(ApiConvention.Open)]
    [ApiAnswer(200, ContentType = "application/xml")]
    public async Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "pages/sitemap.xml")] HttpRequest request, CancellationToken ct) =>
        new JsonAnswer(StatusCodes.Status200OK, await sitemaps.IndexAsync(ct), "application/xml; charset=utf-8").WithHeader("Cache-Control", "public, max-age=3600");
}
