using Microsoft.AspNetCore.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Operations;

/// <summary><c>GET /docs</c>: a page to read the API on and to try it.</summary>
public sealed class GetApiDocs
{
    /// <summary>The scripts are files of the web client, so that the page works with no other host and needs none inline.</summary>
    private const string Page =
        """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>StreamPlatform API</title>
        <link rel="icon" href="/icon.svg">
        <link rel="stylesheet" href="/api-reference/swagger-ui.css">
        </head>
        <body>
        <noscript>This page needs scripts; the description itself is at <a href="openapi.json">openapi.json</a>.</noscript>
        <div id="reference"></div>
        <script src="/api-reference/swagger-ui-bundle.js"></script>
        <script src="/api-reference/start.js"></script>
        </body>
        </html>
        """;

    [Function(nameof(GetApiDocs))]
    [ApiConventions(ApiConvention.Open)]
    [ApiAnswer(200, ContentType = "text/html")]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "docs")] HttpRequest request)
    {
        var headers = request.HttpContext.Response.Headers;
        headers.ContentSecurityPolicy = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'";
        headers.XContentTypeOptions = "nosniff";
        headers.CacheControl = "public, max-age=300";
        return Results.Content(Page, "text/html; charset=utf-8");
    }
}
