using Microsoft.AspNetCore.Http;
using StreamPlatform.Functions.Catalog;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Feeds;

/// <summary><c>GET /pages/robots.txt</c>: crawlers may read pages, and what pages show; the rest of the API is not for them. It is at the root of the site, too.</summary>
public sealed class GetRobots(PublicLinks links)
{
    [Function(nameof(GetRobots))]
    [ApiConventions(ApiConvention.Open)]
    [ApiAnswer(200, ContentType = "text/plain")]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "pages/robots.txt")] HttpRequest request) =>
        new JsonAnswer(
            StatusCodes.Status200OK,
            $"User-agent: *\nDisallow: /api/\nAllow: /api/playback/\nAllow: /api/oembed\nAllow: /api/channels/\n\nSitemap: {links.Base}/sitemap.xml\n",
            "text/plain; charset=utf-8").WithHeader("Cache-Control", "public, max-age=3600");
}
